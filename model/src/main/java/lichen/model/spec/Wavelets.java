package lichen.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.Extend;

/**
 * Rectified wavelets: edges of each orientation, phase, scale and colour. It has no weights to learn or to draw.
 *
 * <p>The layer {@code wavelets-0} reads the image, each further one the image halved once more (binomial, five taps). Each holds,
 * for each of three uncorrelated colours, relu(Re(e^(2 pi i a / A) psi * u)) for {@code orientations} L of a Morlet wavelet
 * psi and A {@code phases}: L A 3 channels of a wavelet with 3/8 of the highest frequency. The first holds those of a finer one too, with
 * 3/4 of it; the first and the last hold the colours themselves, relu(u - 1/2) and relu(1/2 - u). The image is mirrored at its
 * border.
 *
 * <p>Rectified with several phases, products of two channels see how phases go together across orientations and, with the
 * {@code cross-layer} of {@code gram}, across scales: what tells an edge from noise of the same spectrum.
 *
 * <p>Source: Brochard, Zhang and Mallat, "Generalized Rectifier Wavelet Covariance Models for Texture Synthesis" (2022),
 * sections 2.2 and 3; there all scales are as large as the image, here they are halved as in a network with pooling.
 *
 * @param scales how many layers, each of half the extents of the one before
 * @param orientations how many directions between 0 and 180 degrees
 * @param phases how many between 0 and 360 degrees
 */
@Summary("rectified wavelets of several scales, orientations, phases and colours: no weights")
public record Wavelets(
        @Default("3") @Summary("how many layers, each of half the extents of the one before")
        int scales,

        @Default("4") @Summary("how many directions of edges")
        int orientations,

        @Default("4") @Summary("how many phases: 2 tells light from dark, 4 lines from edges")
        int phases)
        implements GraphSpec {
    private static final String LAYER = "wavelets-";
    private static final int FINE = 5;
    private static final int COARSE = 9;
    private static final int HALVING = 5;
    /** Uncorrelated colours: brightness, red against blue, green against both. */
    private static final float[][] COLOURS = {
        {0.57735f, 0.57735f, 0.57735f}, {0.70711f, 0, -0.70711f}, {-0.40825f, 0.8165f, -0.40825f}
    };

    /** Checks that there is one of each at least. */
    public Wavelets {
        Require.atLeast(1, "scales", scales);
        Require.atLeast(1, "orientations", orientations);
        Require.atLeast(1, "phases", phases);
    }

    /** The first and the last layer hold the colours themselves. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.FILTERS, Statistic.COLOURS);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        List<Node> nodes = new ArrayList<>();
        String seen = Architecture.IMAGE;
        for (int scale = 0; scale < scales; scale++) {
            if (scale > 0) {
                seen = convolved(nodes, "halved-" + scale, halving(), seen);
            }
            List<String> parts = new ArrayList<>();
            if (scale == 0) {
                parts.add(convolved(nodes, "fine", wavelets(new Morlet(0.8, 0.75 * Math.PI, FINE)), seen));
            }
            parts.add(convolved(nodes, "edges-" + scale, wavelets(new Morlet(1.6, 0.375 * Math.PI, COARSE)), seen));
            if (scale == 0 || scale == scales - 1) {
                parts.add("colours-" + scale);
                nodes.add(new Node("colours-" + scale, colours(), seen));
            }
            nodes.add(new Node(LAYER + scale, new Concatenate(), parts));
        }
        return new Graph(nodes);
    }

    /** Adds a convolution of the image continued by its mirror image. */
    private static String convolved(List<Node> nodes, String name, Convolve convolve, String input) {
        int margin = convolve.geometry().kernelHeight() / 2;
        String extended = "margin-" + name;
        nodes.add(new Node(extended, new Extend(Extension.Kind.REFLECT, Margins.symmetric(margin, margin)), input));
        nodes.add(new Node(name, convolve, extended));
        return name;
    }

    /** The image averaged by a binomial filter, every second pixel of it. */
    private static Convolve halving() {
        double[] taps = {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0};
        float[] weights = new float[Image.CHANNELS * HALVING * HALVING * Image.CHANNELS];
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            for (int i = 0; i < HALVING * HALVING; i++) {
                int pixel = channel * HALVING * HALVING + i;
                weights[pixel * Image.CHANNELS + channel] = (float) (taps[i / HALVING] * taps[i % HALVING]);
            }
        }
        return convolution(weights, Image.CHANNELS, HALVING, 2, false);
    }

    /** All orientations and phases of a wavelet in each colour. */
    private Convolve wavelets(Morlet morlet) {
        int area = morlet.side() * morlet.side();
        int outputs = COLOURS.length * orientations * phases;
        float[] weights = new float[outputs * area * Image.CHANNELS];
        int at = 0;
        for (float[] colour : COLOURS) {
            for (int orientation = 0; orientation < orientations; orientation++) {
                for (int phase = 0; phase < phases; phase++) {
                    double[] wave = morlet.taps(Math.PI * orientation / orientations, 2 * Math.PI * phase / phases);
                    for (double tap : wave) {
                        for (float share : colour) {
                            weights[at++] = (float) (tap * share);
                        }
                    }
                }
            }
        }
        return convolution(weights, outputs, morlet.side(), 1, true);
    }

    /** Each colour above mid-grey, and below. */
    private static Convolve colours() {
        int outputs = 2 * COLOURS.length;
        float[] weights = new float[outputs * Image.CHANNELS];
        float[] bias = new float[outputs];
        for (int output = 0; output < outputs; output++) {
            float sign = output < COLOURS.length ? 1 : -1;
            for (int channel = 0; channel < Image.CHANNELS; channel++) {
                float weight = sign * COLOURS[output % COLOURS.length][channel];
                weights[output * Image.CHANNELS + channel] = weight;
                bias[output] -= weight / 2;
            }
        }
        return new Convolve(
                new Convolution(1, 1, 1, Convolution.Padding.VALID),
                NdArray.of(weights, outputs, 1, 1, Image.CHANNELS),
                NdArray.of(bias, outputs),
                true);
    }

    private static Convolve convolution(float[] weights, int outputs, int side, int stride, boolean relu) {
        return new Convolve(
                new Convolution(side, side, stride, Convolution.Padding.VALID),
                NdArray.of(weights, outputs, side, side, Image.CHANNELS),
                NdArray.of(new float[outputs], outputs),
                relu);
    }
}

package lichen.model.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.NormalDeviates;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Operation;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Upsample;

/**
 * A pyramid of noise. From coarse to fine, what there is so far is enlarged by 2, noise of that scale joins it after a block
 * of its own, and a block works on both. A block is three convolutions (3 x 3, 3 x 3, 1 x 1), each with
 * normalisation and leaky ReLU; a last convolution of 1 x 1 and a sigmoid give colours.
 *
 * <p>At scale k of K, counted from the coarsest, maps have {@code k channels} channels. Noise {@code [N, H/s, W/s, noise]} for
 * s = 1, 2, 4, ..., 2^(K-1). With the default 116,000 numbers, and 7 GFLOP for 256 x 256 pixels.
 *
 * <p>Source: Ulyanov, Lebedev, Vedaldi and Lempitsky, "Texture networks: feed-forward synthesis of textures and stylized
 * images" (2016), section 3; normal noise in place of even.
 *
 * @param scales how many sizes of noise there are, each half of the one before
 * @param channels channels that each scale adds
 * @param noise channels of the noise of each scale
 * @param normalization what keeps maps at one scale
 */
@Summary("a pyramid of noise: from coarse to fine, each scale enlarges the one before and adds noise")
public record TextureNetwork(
        @Default("6") @Summary("sizes of noise, each half of the one before")
        int scales,

        @Default("8") @Summary("channels that each scale adds")
        int channels,

        @Default("3") @Summary("channels of the noise of each scale")
        int noise,

        @Default("\"instance\"") @Summary("what keeps maps at one scale: instance, pixel or batch")
        Normalization normalization)
        implements GeneratorSpec {
    private static final int MOST_SCALES = 10;
    private static final List<Integer> KERNELS = List.of(3, 3, 1);
    private static final double SLOPE = 0.01;

    /** Checks the ranges. */
    public TextureNetwork {
        Require.that(
                scales >= 1 && scales <= MOST_SCALES,
                "scales",
                "must be from 1 to " + MOST_SCALES + ", but is " + scales);
        Require.atLeast(1, "channels", channels);
        Require.atLeast(1, "noise", noise);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        Drawing drawing = new Drawing(random);
        String maps = drawing.noise(1 << (scales - 1));
        for (int k = 2; k <= scales; k++) {
            int stride = 1 << (scales - k);
            String both = drawing.joined(stride, maps, drawing.noise(stride));
            maps = drawing.block("scale-" + stride, both, k * channels, k * channels);
        }
        return drawing.image(maps);
    }

    /** A graph in the making; what adds nodes gives the name of the last. */
    private final class Drawing {
        private final RandomGenerator random;
        private final List<Input> inputs = new ArrayList<>();
        private final List<Node> nodes = new ArrayList<>();

        Drawing(RandomGenerator random) {
            this.random = random;
        }

        String noise(int stride) {
            String name = "noise-" + stride;
            inputs.add(new Input(name, noise, Optional.empty()));
            return block(name, name, noise, channels);
        }

        String joined(int stride, String coarser, String ofNoise) {
            String larger = add("larger-" + stride, new Upsample(2), coarser);
            return add("joined-" + stride, new Concatenate(), larger, ofNoise);
        }

        String block(String name, String input, int before, int after) {
            String last = input;
            int depth = before;
            for (int i = 0; i < KERNELS.size(); i++) {
                String number = Integer.toString(i + 1);
                last = add(name + "-conv" + number, convolution(KERNELS.get(i), depth, after), last);
                nodes.addAll(normalization.after(last, name + "-norm" + number, after));
                last = add(name + "-relu" + number, new LeakyRelu(SLOPE), name + "-norm" + number);
                depth = after;
            }
            return last;
        }

        Graph image(String maps) {
            String colours = add("colours", convolution(1, scales * channels, Image.CHANNELS), maps);
            add("texture", new Sigmoid(), colours);
            return new Graph(inputs, nodes);
        }

        private String add(String name, Operation operation, String... read) {
            nodes.add(new Node(name, operation, List.of(read)));
            return name;
        }

        /** Weights with the variance 1 / fan in; what follows does not see their scale, only how fast it changes. */
        private Convolve convolution(int side, int before, int after) {
            int fanIn = side * side * before;
            float[] weights = NormalDeviates.deviates(after * fanIn, random);
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= (float) Math.sqrt(fanIn);
            }
            return new Convolve(
                    Convolution.same(side),
                    NdArray.of(weights, after, side, side, before),
                    NdArray.of(new float[after], after),
                    false);
        }
    }
}

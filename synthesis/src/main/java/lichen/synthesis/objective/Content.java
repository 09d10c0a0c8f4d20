package lichen.synthesis.objective;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.Statistic;
import lichen.core.image.Picture;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The image should look like a picture that is laid over it, as layers see both.
 *
 * <p>L = sum over layers of mean over y, x, c of (F[y,x,c] - P[y,x,c])² / s, where P are the feature maps of the picture, brought to
 * the image's extents, and s is 1, or with {@code normalize} the mean of (P - p[c])² about the means p of the channels: then 1 is as far
 * away as a picture without any content, and weights mean the same for every layer, network and contrast.
 *
 * <p>Unlike a texture it says where things are. Source: Gatys, Ecker and Bethge, "Image Style Transfer Using Convolutional Neural
 * Networks" (2016), section 2.1.
 *
 * @param picture what the image should look like
 * @param layers the layers that see it
 * @param normalize whether the difference of each layer is divided by the picture's variance
 */
@Summary("the image should look like a picture laid over it, as layers see both")
public record Content(
        @Summary("what the image should look like; brought to its size")
        Picture picture,

        @Summary("layer names, or all-convolutions") List<String> layers,

        @Default("false") @Summary("divide the difference of each layer by the variance of the picture's")
        boolean normalize)
        implements WindowTerm {
    /** The least variance that a difference is divided by: a picture of one colour has none. */
    private static final double FAINT = 1e-6;

    /** Copies the list. */
    public Content {
        layers = List.copyOf(layers);
        Require.that(!layers.isEmpty(), "layers", "must name at least one layer, such as image");
    }

    /** The same of another picture. */
    public Content of(Picture other) {
        return new Content(other, layers, normalize);
    }

    /** It does not look at the target. */
    @Override
    public Set<Statistic> statistics(Set<Statistic> features) {
        return Set.of();
    }

    @Override
    public Windows windows() {
        return Windows.PIXELS;
    }

    @Override
    public Content ofWindows() {
        return this;
    }

    @Override
    public List<String> layers(Architecture architecture) {
        return architecture.select(layers);
    }

    @Override
    public boolean knowsPlaces() {
        return true;
    }

    @Override
    public Differentiable<FeatureMaps, Double> bind(Targets targets, TensorScope scope) throws IOException {
        List<String> selected = layers(targets.architecture());
        FeatureMaps seen = targets.overlay(picture, selected);
        Map<String, Wanted> wanted = new LinkedHashMap<>();
        selected.forEach(layer -> wanted.put(layer, wanted(seen.layer(layer), scope)));
        TensorScope round = scope.child();
        return maps -> {
            round.rewind();
            Map<String, INDArray> differences = new LinkedHashMap<>();
            double loss = 0;
            for (Map.Entry<String, Wanted> entry : wanted.entrySet()) {
                INDArray difference = entry.getValue().differenceOf(maps.layer(entry.getKey()), round);
                loss += HostMemory.squaredNorm(difference) / entry.getValue().divisor;
                differences.put(entry.getKey(), difference);
            }
            FeatureMaps difference = new FeatureMaps(differences);
            return new Evaluation<>(loss, cotangent -> gradients(difference, wanted, cotangent, round));
        };
    }

    private Wanted wanted(INDArray map, TensorScope scope) {
        double scale = normalize ? Math.max(variation(map), FAINT * map.length()) : map.length();
        return new Wanted(scope.copyOf(map), scale);
    }

    /** The sum of squared differences from the mean of each channel. */
    private static double variation(INDArray map) {
        float[] values = HostMemory.toFloats(map);
        int channels = Math.toIntExact(Nhwc.channels(map));
        double[] sums = new double[channels];
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            sums[i % channels] += values[i];
            squares += (double) values[i] * values[i];
        }
        for (double sum : sums) {
            squares -= sum * sum * channels / values.length;
        }
        return squares;
    }

    private static FeatureMaps gradients(
            FeatureMaps difference, Map<String, Wanted> wanted, double cotangent, TensorScope round) {
        Map<String, INDArray> gradients = new LinkedHashMap<>();
        wanted.forEach((layer, of) ->
                gradients.put(layer, round.copyOf(difference.layer(layer)).muli(2 * cotangent / of.divisor)));
        return new FeatureMaps(gradients);
    }

    /**
     * What the maps of a layer should be.
     *
     * @param map {@code [1,H,W,C]}
     * @param divisor of the sum of squared differences
     */
    private record Wanted(INDArray map, double divisor) {
        INDArray differenceOf(INDArray other, TensorScope scope) {
            return scope.copyOf(other).subi(map);
        }
    }
}

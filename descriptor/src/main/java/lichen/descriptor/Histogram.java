package lichen.descriptor;

import java.util.List;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.quantile.ColumnQuantiles;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The distribution of each channel by itself, as its quantiles. The squared error of two such signatures is the squared
 * Wasserstein-2 distance of the channels' histograms, averaged over the channels.
 *
 * <p>z[c,j] = the mean of the j-th of Q equal shares of the sorted activations of channel c. {@code [1,H,W,C] -> [C,Q]}; the
 * unit is that of the activations. Invariant to any permutation of the pixels, even another one for each channel. Cost: C
 * times a few passes over H W numbers.
 *
 * <p>Pullback: what a share receives is spread equally over the activations in it.
 *
 * <p>Source: Risser, Wilmot and Barnes, "Stable and Controllable Neural Texture Synthesis and Style Transfer Using Histogram
 * Losses" (2017), section 4.1; sorted instead of matched bin by bin, so that it has a gradient.
 *
 * @param quantiles Q
 */
@Summary("the sorted activations of each channel: C x Q numbers a layer")
public record Histogram(
        @Default("4096") @Summary("averages that a sorted list is reduced to")
        int quantiles) implements LayerDescriptor {
    /** Checks that there is a quantile. */
    public Histogram {
        Require.atLeast(1, "quantiles", quantiles);
    }

    @Override
    public int window() {
        return 1;
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.COLOURS);
    }

    @Override
    public INDArray beyond(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        return SignatureMean.beyondSorted(statistics, weights, scope);
    }

    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        Evaluation<INDArray, INDArray> sorted = ColumnQuantiles.of(Nhwc.asMatrix(map), quantiles, scope); // [C,Q]
        return new Evaluation<>(
                sorted.value(), cotangent -> sorted.pullback().apply(cotangent).reshape('c', map.shape())); // [1,H,W,C]
    }
}

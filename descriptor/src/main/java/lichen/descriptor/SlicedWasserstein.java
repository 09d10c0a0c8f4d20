package lichen.descriptor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Conv2d;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.quantile.ColumnQuantiles;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The distribution of the activations, or of patches of them, seen from random directions. The squared error of two such
 * signatures is the squared sliced Wasserstein-2 distance of the two distributions.
 *
 * <p>For each unit vector v of D: s = sort over all pixels of (v . x), x being the C activations of a pixel or the
 * k k C of a patch, and z[v,j] = the mean of the j-th of Q equal shares of s. {@code [1,H,W,C] -> [D,Q]}; the unit is that
 * of the activations. Invariant to any permutation of what is projected; images of different sizes compare. Patches of
 * circular maps reach over their borders.
 *
 * <p>Most of what patches of photographs differ in is how bright they are. The coefficients of the {@code contrast} share of
 * the directions sum to 0, so that these see only what is left.
 *
 * <p>Cost: P k k C D multiply-adds, as much again for the gradient, and D times a few passes over P numbers, which are not sorted where
 * they are many ({@link ColumnQuantiles}).
 *
 * <p>Pullback: what a share receives goes to the pixels in it, wherever they come from, and back along v.
 *
 * <p>The directions depend on the seed, the round and the number of dimensions alone; they are the same for every evaluation
 * in a round, as a line search needs it.
 *
 * <p>Source: Heitz, Vanhoey, Chambon and Belcour, "A Sliced Wasserstein Loss for Neural Texture Synthesis" (2021); with
 * patches of an image, Elnekave and Weiss, "Generating Natural Images with Direct Patch Distributions Matching" (2022).
 *
 * @param directions D; 0 for as many as there are dimensions, k k C
 * @param patch k
 * @param contrast share of the directions that do not see a constant, from 0 to 1
 * @param quantiles Q
 * @param seed of the directions
 */
@Summary("sorted projections on random directions: D x Q numbers a layer")
public record SlicedWasserstein(
        @Default("0") @Summary("how many; 0 for as many as channels, times patch x patch")
        int directions,

        @Default("1") @Summary("side of the patches that are projected; 1 for single pixels")
        int patch,

        @Default("0") @Summary("share of the directions that do not see a constant, from 0 to 1")
        double contrast,

        @Default("4096") @Summary("averages that a sorted list is reduced to")
        int quantiles,

        @Default("1") @Summary("what the directions are drawn from")
        long seed)
        implements LayerDescriptor {
    /** Checks that no number is too small. */
    public SlicedWasserstein {
        Require.atLeast(0, "directions", directions);
        Require.atLeast(1, "patch", patch);
        Require.that(contrast >= 0 && contrast <= 1, "contrast", "must be from 0 to 1, but is " + contrast);
        Require.atLeast(1, "quantiles", quantiles);
    }

    /** The distribution of single pixels or patches, seen from directions without a constraint. */
    public SlicedWasserstein(int directions, int patch, int quantiles, long seed) {
        this(directions, patch, 0, quantiles, seed);
    }

    @Override
    public int window() {
        return patch;
    }

    @Override
    public Set<Statistic> statistics() {
        return patch == 1 ? Set.of(Statistic.COLOURS) : Set.of(Statistic.PATCHES, Statistic.COLOURS);
    }

    @Override
    public Descriptor ofWindows() {
        return new SlicedWasserstein(directions, 1, contrast, quantiles, seed);
    }

    @Override
    public Descriptor inRound(int round) {
        long drawn = new RandomStreams(seed).stream("round " + round).nextLong();
        return new SlicedWasserstein(directions, patch, contrast, quantiles, drawn);
    }

    @Override
    public INDArray beyond(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        return SignatureMean.beyondSorted(statistics, weights, scope);
    }

    /** Patches reach over the borders: there are as many as pixels. */
    @Override
    public Evaluation<INDArray, INDArray> ofCircularLayer(INDArray map, TensorScope scope) {
        return patch == 1 ? ofLayer(map, scope) : Continued.of(map, patch - 1, this::ofLayer, scope);
    }

    @Override
    public void requireShape(MapShape shape) {
        Require.that(
                patch <= shape.shorter(),
                "patch",
                "must fit into the feature maps, but is " + patch + " for " + shape.extents());
    }

    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        requireShape(MapShape.of(map));
        Convolution geometry = new Convolution(patch, patch, 1, Convolution.Padding.VALID);
        long height = geometry.outputHeight(map.size(1));
        long width = geometry.outputWidth(map.size(2));
        int dimensions = Math.toIntExact(patch * patch * Nhwc.channels(map));
        int count = directions == 0 ? dimensions : directions;
        INDArray kernels = new Directions(seed, count, dimensions, contrast)
                .draw(scope, count, patch, patch, Nhwc.channels(map)); // [D,k,k,C]
        INDArray projections = scope.array(1, height, width, count);
        Conv2d.forward(map, kernels, Optional.empty(), geometry, projections).run();
        Evaluation<INDArray, INDArray> sorted =
                ColumnQuantiles.inPlace(Nhwc.asMatrix(projections), quantiles, scope); // [D,Q]
        return new Evaluation<>(sorted.value(), cotangent -> {
            INDArray slopes = sorted.pullback().apply(cotangent); // [P,D]
            INDArray gradient = scope.array(map.shape());
            Conv2d.inputGradient(
                            slopes.reshape('c', 1, height, width, count),
                            kernels,
                            Optional.empty(),
                            geometry,
                            gradient,
                            scope)
                    .run();
            return gradient; // [1,H,W,C]
        });
    }
}

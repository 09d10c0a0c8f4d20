package lichen.descriptor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.feature.Statistic;
import lichen.core.image.Offset;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Gram matrix: how strongly each pair of channels fires together.
 *
 * <p>With the maps as a matrix F {@code [P,C]}, P = H W: G = Fᵀ F / P. {@code [1,H,W,C] -> [C,C]}; the unit is that of the
 * activations, squared. Invariant to any permutation of the pixels. Cost: P C² multiply-adds, as much again for each
 * gradient.
 *
 * <p>Pullback: dL/dF = F (M + Mᵀ) / P with M = dL/dG.
 *
 * <p>With {@code centred}, the channels' means are subtracted from F first. Each of the {@code shifts} adds the mean product of
 * each channel with each channel displaced, {@code [C,C]}: it sees what repeats at that distance. With {@code cross-layer},
 * the mean product of each channel with each of the next layer that is read, {@code [C,C']}, is added to the layer's
 * numbers, the finer of the two layers averaged down to the coarser's extents. All matrices then stand one after the other in
 * a vector.
 *
 * <p>Source: Gatys, Ecker and Bethge, "Texture Synthesis Using Convolutional Neural Networks" (2015), section 2.2; the
 * division by P makes the value independent of the image's size. Shifted: Berger and Memisevic, "Incorporating Long-Range
 * Consistency in CNN-Based Texture Generation" (2017). Across layers: Novak and Nikulin, "Improving the Neural Algorithm of
 * Artistic Style" (2016), section 3.6.
 *
 * @param centred whether the means are subtracted, so that the matrices are covariances
 * @param shifts displacements in pixels of the maps
 * @param wrap whether displaced pixels come in again on the other side, instead of being left out; circular maps always do
 * @param crossLayer whether neighbouring layers are compared too
 * @param geodesic whether the mean of several photographs is that of symmetric positive matrices, instead of that of the numbers
 */
@Summary("the mean product of each pair of channels: C x C numbers a layer")
public record Gram(
        @Default("false") @Summary("subtract the channels' means first")
        boolean centred,

        @Default("[]") @Summary("displacements at which products are taken too")
        List<Offset> shifts,

        @Default("false") @Summary("displaced pixels come in again on the other side; else they are left out")
        boolean wrap,

        @Default("false") @Summary("products with the next layer that is read, too")
        boolean crossLayer,

        @Default("false") @Summary("several photographs are mixed along the geodesic of symmetric positive matrices")
        boolean geodesic)
        implements LayerDescriptor {
    /** Copies the list. */
    public Gram {
        shifts = List.copyOf(shifts);
        Require.that(
                !geodesic || (shifts.isEmpty() && !crossLayer),
                "geodesic",
                "goes with the Gram matrix alone: what is displaced, or of two layers, is no symmetric positive matrix; leave out"
                        + " shifts and cross-layer");
    }

    /** The Gram matrix alone. */
    public Gram() {
        this(false, List.of(), false, false);
    }

    /** Products whose means are those of the numbers. */
    public Gram(boolean centred, List<Offset> shifts, boolean wrap, boolean crossLayer) {
        this(centred, shifts, wrap, crossLayer, false);
    }

    @Override
    public boolean isMeanOverPixels() {
        return !centred && shifts.isEmpty();
    }

    @Override
    public int window() {
        return shifts.isEmpty() && !crossLayer ? 1 : 0;
    }

    @Override
    public Set<Statistic> statistics() {
        return shifts.isEmpty() ? Set.of(Statistic.COLOURS) : Set.of(Statistic.COLOURS, Statistic.SPECTRUM);
    }

    @Override
    public void requireShape(MapShape shape) {
        for (Offset shift : shifts) {
            Require.that(
                    Math.abs((long) shift.x()) < shape.width() && Math.abs((long) shift.y()) < shape.height(),
                    "shifts",
                    "must be shorter than the feature maps, but " + shift + " is not for " + shape.extents());
        }
    }

    @Override
    public Descriptor fitted(Map<String, MapShape> target, Map<String, MapShape> image) {
        if (crossLayer) {
            LayerPair.require(target);
            LayerPair.require(image);
        }
        return LayerDescriptor.super.fitted(target, image);
    }

    @Override
    public Evaluation<FeatureMaps, Signature> at(FeatureMaps maps, TensorScope scope) {
        return crossLayer ? CrossLayerGram.at(this, maps, scope) : LayerDescriptor.super.at(maps, scope);
    }

    @Override
    public INDArray mean(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        return geodesic
                ? LogarithmicMean.of(statistics, weights, scope)
                : LayerDescriptor.super.mean(statistics, weights, scope);
    }

    /** Geodesics go on. */
    @Override
    public INDArray beyond(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        return geodesic
                ? LogarithmicMean.of(statistics, weights, scope)
                : LayerDescriptor.super.beyond(statistics, weights, scope);
    }

    /** As {@link #ofLayer}; displaced pixels come in again on the other side. */
    @Override
    public Evaluation<INDArray, INDArray> ofCircularLayer(INDArray map, TensorScope scope) {
        return new Gram(centred, shifts, true, crossLayer).ofLayer(map, scope);
    }

    /** The numbers of a layer that need no other: {@code [C,C]}, or {@code [1+S,C,C]} with S shifts. */
    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        requireShape(MapShape.of(map));
        if (!centred) {
            return ofDeviations(map, scope);
        }
        Evaluation<INDArray, INDArray> products =
                ofDeviations(Centring.of(map, scope).deviations(), scope);
        return new Evaluation<>(
                products.value(),
                cotangent -> Centring.pullBack(products.pullback().apply(cotangent), scope));
    }

    private Evaluation<INDArray, INDArray> ofDeviations(INDArray map, TensorScope scope) {
        Evaluation<INDArray, INDArray> products = products(map, scope);
        if (shifts.isEmpty()) {
            return products;
        }
        long channels = Nhwc.channels(map);
        Evaluation<INDArray, INDArray> displaced = ShiftedProducts.of(map, shifts, wrap, scope); // [S,C,C]
        Joined joined = Joined.of(List.of(products.value(), displaced.value()), scope);
        return new Evaluation<>(joined.vector().reshape('c', shifts.size() + 1, channels, channels), cotangent -> {
            List<INDArray> slopes = joined.split(cotangent);
            INDArray gradient = products.pullback().apply(slopes.get(0));
            gradient.addi(displaced.pullback().apply(slopes.get(1)));
            return gradient;
        });
    }

    private static Evaluation<INDArray, INDArray> products(INDArray map, TensorScope scope) {
        long pixels = Nhwc.pixels(map);
        long channels = Nhwc.channels(map);
        INDArray features = Nhwc.asMatrix(map); // [P,C]
        INDArray gram = scope.array(channels, channels);
        MatrixProduct.transposedTimes(features, features, gram); // [C,C]
        gram.divi(pixels);
        return new Evaluation<>(gram, cotangent -> {
            INDArray symmetric = scope.array(channels, channels);
            symmetric.assign(cotangent);
            symmetric.addi(cotangent.transpose()); // [C,C]
            symmetric.divi(pixels);
            INDArray gradient = scope.array(map.shape());
            MatrixProduct.times(features, symmetric, Nhwc.asMatrix(gradient)); // [P,C]
            return gradient;
        });
    }
}

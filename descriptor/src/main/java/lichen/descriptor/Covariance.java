package lichen.descriptor;

import java.util.List;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import lichen.core.tensor.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mean and covariance of the channels: the activations as a Gaussian.
 *
 * <p>With the maps as a matrix F {@code [P,C]}, P = H W, and D = F - mean: z[0] = mean, z[1...C] = Dᵀ D / P.
 * {@code [1,H,W,C] -> [C+1,C]}; the first row has the unit of the activations, the others that unit squared. Invariant to any
 * permutation of the pixels. Cost: P C² multiply-adds, as much again for each gradient.
 *
 * <p>Pullback: dL/dF = (m + D (M + Mᵀ)) / P with m and M the gradients of the first row and of the others.
 *
 * <p>Source: as a texture descriptor, Vacher et al., "Texture Interpolation for Probing Visual Perception" (2020); compare it by
 * {@link GaussianWasserstein}.
 */
@Summary("mean and covariance of the channels: (C + 1) x C numbers a layer")
public record Covariance() implements LayerDescriptor {
    @Override
    public int window() {
        return 1;
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.COLOURS);
    }

    @Override
    public boolean isGaussian() {
        return true;
    }

    /** Along the Wasserstein-2 geodesic of the Gaussians: that of the numbers would be wider than either. */
    @Override
    public INDArray mean(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        List<Gaussian> gaussians =
                statistics.stream().map(layer -> Gaussian.of("mixed", layer)).toList();
        return GaussianMean.of(gaussians, weights).signature(scope);
    }

    /** There is none: with weights below 0, a sum of covariances need not be one. */
    @Override
    public INDArray beyond(List<INDArray> statistics, List<Double> weights, TensorScope scope) {
        throw new InvalidValueException(
                "descriptor",
                "must have sums beyond photographs, as gap, gram, histogram or sliced-wasserstein has; a covariance has means"
                        + " between them alone");
    }

    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        long pixels = Nhwc.pixels(map);
        long channels = Nhwc.channels(map);
        Centring centring = Centring.of(map, scope);
        INDArray deviations = Nhwc.asMatrix(centring.deviations()); // [P,C]
        INDArray signature = scope.array((channels + 1) * channels);
        Views.of(signature, 0, channels).assign(centring.mean());
        INDArray covariance = Views.of(signature, channels, channels, channels); // [C,C]
        MatrixProduct.transposedTimes(deviations, deviations, covariance);
        covariance.divi(pixels);
        return new Evaluation<>(signature.reshape('c', channels + 1, channels), cotangent -> {
            INDArray slopes = scope.array(cotangent.length());
            slopes.reshape('c', channels + 1, channels).assign(cotangent);
            slopes.divi(pixels);
            INDArray ofCovariance = Views.of(slopes, channels, channels, channels); // [C,C]
            INDArray symmetric = scope.copyOf(ofCovariance);
            symmetric.addi(ofCovariance.transpose());
            INDArray gradient = scope.array(map.shape());
            MatrixProduct.times(deviations, symmetric, Nhwc.asMatrix(gradient)); // [P,C]
            Elementwise.addToEachPixel(gradient, Views.of(slopes, 0, channels)).run();
            return gradient; // [1,H,W,C]
        });
    }
}

package lichen.descriptor;

import lichen.core.diff.Evaluation;
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
 * <p>Source: Gatys, Ecker and Bethge, "Texture Synthesis Using Convolutional Neural Networks" (2015), section 2.2; the
 * division by P makes the value independent of the image's size.
 */
@Summary("the mean product of each pair of channels: C x C numbers a layer")
public record Gram() implements LayerDescriptor {
    @Override
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
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

package lichen.descriptor;

import java.util.Set;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Summary;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Global average pooling: the mean of each channel.
 *
 * <p>z[c] = (1 / H W) sum over y, x of F[y,x,c]. {@code [1,H,W,C] -> [C]}; the unit is that of the activations. Invariant to
 * any permutation of the pixels. Cost: one pass over the maps.
 *
 * <p>Pullback: dL/dF[y,x,c] = dL/dz[c] / (H W), the same at every pixel, returned as {@code [1,1,1,C]}.
 *
 * <p>Source: Lin, Chen and Yan, "Network In Network" (2014), section 3.2; as a texture descriptor, the reference system.
 */
@Summary("the mean of each channel: C numbers a layer")
public record Gap() implements LayerDescriptor {
    @Override
    public boolean isMeanOverPixels() {
        return true;
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
    public Evaluation<INDArray, INDArray> ofLayer(INDArray map, TensorScope scope) {
        long pixels = Nhwc.pixels(map);
        long channels = Nhwc.channels(map);
        INDArray ones = scope.array(pixels);
        ones.assign(1.0 / pixels); // [P]
        INDArray mean = scope.array(channels);
        MatrixProduct.channelSums(Nhwc.asMatrix(map), ones, mean); // [C]
        return new Evaluation<>(mean, cotangent -> {
            INDArray gradient = scope.array(1, 1, 1, channels);
            gradient.assign(cotangent.reshape(1, 1, 1, channels));
            gradient.divi(pixels); // [1,1,1,C]
            return gradient;
        });
    }
}

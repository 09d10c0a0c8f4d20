package lichen.core.feature;

import java.util.Collection;
import lichen.core.diff.Differentiable;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network with its weights, from which programs for images of a certain size are made. */
public interface FeatureNetwork extends NetworkOutline {
    /**
     * Prepares the network for images of one size. Layers above the last tap are not computed.
     *
     * @param size the images' extents
     * @param border how images go on beyond their border
     * @param taps the layers to read, by the names of {@link #architecture}; {@link Architecture#IMAGE} is the input itself
     * @param scope the owner of the buffers: the program works as long as the scope is open
     * @return a map from {@code [1,H,W,3]} in [0,1] to the feature maps at the taps. Its values and gradients live in
     *     buffers that the next evaluation overwrites; it is not thread safe.
     * @throws IllegalArgumentException whatever {@link #shapes} throws
     */
    Differentiable<INDArray, FeatureMaps> compile(Size size, Border border, Collection<String> taps, TensorScope scope);

    /** As {@link #compile(Size, Border, Collection, TensorScope)}, with the border that each layer says. */
    default Differentiable<INDArray, FeatureMaps> compile(Size size, Collection<String> taps, TensorScope scope) {
        return compile(size, Border.NETWORK, taps, scope);
    }
}

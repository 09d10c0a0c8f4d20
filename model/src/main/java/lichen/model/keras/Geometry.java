package lichen.model.keras;

import java.util.Optional;
import lichen.core.tensor.Convolution;
import lichen.model.foreign.UnreadableException;

/** Window, stride and padding of a layer. */
final class Geometry {
    private Geometry() {}

    /**
     * Reads the geometry.
     *
     * @param layer a convolution or pooling
     * @param windowKey the key of the window's extents
     * @param usualStrides the strides where the layer gives none; empty for those of the window, which then tiles the image
     */
    static Convolution of(KerasLayer layer, String windowKey, Optional<int[]> usualStrides) throws UnreadableException {
        layer.require("data_format", "channels_last", "channels_last");
        layer.require("padding", "valid", "same", "valid");
        Optional<int[]> window = layer.pair(windowKey);
        if (window.isEmpty()) {
            throw new UnreadableException(layer.type() + " without " + windowKey);
        }
        int[] strides = layer.pair("strides").or(() -> usualStrides).orElse(window.get());
        if (strides[0] != strides[1]) {
            throw new UnreadableException(layer.type() + " with strides " + strides[0] + " by " + strides[1]);
        }
        boolean same = layer.word("padding", "valid").equals("same");
        return new Convolution(
                window.get()[0],
                window.get()[1],
                strides[0],
                same ? Convolution.Padding.SAME : Convolution.Padding.VALID);
    }

    /** Pixels from one tap of the kernel to the next, the same in both directions; 1 where the layer does not say. */
    static int dilation(KerasLayer layer) throws UnreadableException {
        int[] dilation = layer.pair("dilation_rate").orElse(new int[] {1, 1});
        if (dilation[0] != dilation[1]) {
            throw new UnreadableException(layer.type() + " with dilation_rate " + dilation[0] + " by " + dilation[1]);
        }
        return dilation[0];
    }
}

package lichen.model.deeplearning4j;

import lichen.core.tensor.Convolution;
import lichen.core.tensor.Margins;
import lichen.model.foreign.UnreadableException;

/**
 * The window of a layer.
 *
 * @param geometry its kernel, without the gaps of a dilation, its step and whether it reaches over the border
 * @param margins zeros to be added before
 * @param dilation pixels from one tap to the next
 */
record Dl4jWindow(Convolution geometry, Margins margins, int dilation) {
    private static final long LARGEST = 1 << 20;

    /** Reads the settings. */
    static Dl4jWindow of(Dl4jLayer layer) throws UnreadableException {
        int[] kernel = layer.pair("kernelSize", 1);
        int stride = layer.both("stride").orElseThrow(() -> layer.refusal("stride"));
        int dilation = layer.both("dilation").orElse(1);
        int[] padding = layer.pair("padding", 0);
        if ((long) kernel[0] * kernel[1] * dilation * dilation > LARGEST) {
            throw layer.refusal("kernelSize");
        }
        boolean same = switch (layer.word("convolutionMode", "Truncate")) {
            case "Same" -> true;
            case "Truncate", "Strict" -> false;
            default -> throw layer.refusal("convolutionMode");
        };
        return new Dl4jWindow(
                new Convolution(
                        kernel[0], kernel[1], stride, same ? Convolution.Padding.SAME : Convolution.Padding.VALID),
                same ? Margins.symmetric(0, 0) : Margins.symmetric(padding[0], padding[1]),
                dilation);
    }

    /** How many numbers a kernel has. */
    int taps() {
        return geometry.kernelHeight() * geometry.kernelWidth();
    }
}

package lichen.model.onnx;

import java.util.Arrays;
import java.util.Set;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Margins;
import lichen.model.foreign.UnreadableException;

/**
 * The window of a node: its extents with the gaps of a dilation, its step, and how far it reaches over the border.
 *
 * @param height rows
 * @param width columns
 * @param stride steps, in both directions
 * @param dilation pixels from one tap to the next
 * @param same whether it reaches over the border as far as it takes for an output for each step, an odd pixel at the end
 * @param margins how far it reaches over otherwise
 */
record Window(int height, int width, int stride, int dilation, boolean same, Margins margins) {
    /** The settings that say so. */
    static final Set<String> KEYS = Set.of("auto_pad", "dilations", "kernel_shape", "pads", "strides");

    private static final int SIDES = 4;

    /**
     * Reads the settings of a node.
     *
     * @param kernel rows and columns of the kernel
     */
    static Window of(OnnxNode node, int... kernel) throws UnreadableException {
        int stride = both(node, "strides");
        int dilation = both(node, "dilations");
        int height = dilation * (kernel[0] - 1) + 1;
        int width = dilation * (kernel[1] - 1) + 1;
        int[] pads = node.wholes("pads", SIDES, 0);
        boolean centred = stride == 1 && height % 2 == 1 && width % 2 == 1;
        boolean same = switch (node.word("auto_pad", "NOTSET")) {
            case "NOTSET" -> centred && Arrays.equals(pads, new int[] {height / 2, width / 2, height / 2, width / 2});
            case "VALID" -> false;
            case "SAME_UPPER" -> true;
            case "SAME_LOWER" -> {
                if (!centred) {
                    throw node.refusal("auto_pad", "SAME_LOWER");
                }
                yield true;
            }
            default -> throw node.refusal("auto_pad", node.word("auto_pad", ""));
        };
        boolean padded = !same && node.word("auto_pad", "NOTSET").equals("NOTSET");
        return new Window(
                height,
                width,
                stride,
                dilation,
                same,
                padded ? new Margins(pads[0], pads[2], pads[1], pads[3]) : new Margins(0, 0, 0, 0));
    }

    /** The rows and columns of a kernel that a node names. */
    static int[] kernel(OnnxNode node) throws UnreadableException {
        int[] kernel = node.wholes("kernel_shape", 2, 0);
        if (kernel[0] < 1 || kernel[1] < 1) {
            throw node.refusal("kernel_shape", Arrays.toString(kernel));
        }
        return kernel;
    }

    /** The same with more at the lower and the right border. */
    Window extended(int more) {
        return new Window(
                height,
                width,
                stride,
                dilation,
                same,
                new Margins(margins.top(), margins.bottom() + more, margins.left(), margins.right() + more));
    }

    /** How the engine is told of it; where there are margins, they are to be added before. */
    Convolution geometry() {
        return new Convolution(height, width, stride, same ? Convolution.Padding.SAME : Convolution.Padding.VALID);
    }

    /** The same, of the kernel without the gaps. */
    Convolution dense() {
        return new Convolution(
                (height - 1) / dilation + 1,
                (width - 1) / dilation + 1,
                stride,
                geometry().padding());
    }

    private static int both(OnnxNode node, String key) throws UnreadableException {
        int[] pair = node.wholes(key, 2, 1);
        if (pair[0] != pair[1] || pair[0] < 1) {
            throw new UnreadableException(node.type() + " with " + key + " " + pair[0] + " by " + pair[1]);
        }
        return pair[0];
    }
}

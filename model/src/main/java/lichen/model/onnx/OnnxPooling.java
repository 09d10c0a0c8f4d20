package lichen.model.onnx;

import java.util.HashSet;
import java.util.Set;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Extend;
import lichen.model.operation.Pool;

/**
 * MaxPool and AveragePool. What lies beyond the border never is the largest value, so that a map may as well be mirrored there: each
 * value that a window of more than twice the margin meets outside, it meets inside as well. Means count zeros, or only what is inside.
 *
 * @param kind which of the two the file says
 * @param pooling which of the two is wanted
 */
record OnnxPooling(Pooling.Kind kind, Pooling.Kind pooling) implements NodeKind {
    @Override
    public Step read(OnnxNode node, OnnxTensors tensors) throws UnreadableException {
        Set<String> known = new HashSet<>(Window.KEYS);
        known.addAll(Set.of("ceil_mode", "count_include_pad", "storage_order"));
        node.requireOnly(known);
        Window window = Window.of(node, Window.kernel(node));
        if (window.dilation() != 1) {
            throw node.refusal("dilations", window.dilation());
        }
        boolean ceil = node.whole("ceil_mode", 0) == 1 && window.stride() > 1 && !window.same();
        if (ceil && window.margins().isEmpty() && isHalving(window)) {
            return place -> place.become(new Pool(pooling, window.geometry().with(Convolution.Padding.SAME)));
        }
        Window all = ceil ? window.extended(window.stride() - 1) : window;
        if (all.margins().isEmpty() && (!all.same() || kind == Pooling.Kind.MAX || !countsZeros(node))) {
            return place -> place.become(new Pool(pooling, all.geometry()));
        }
        Window padded = all.same() ? unrolled(node, all) : all;
        Extend margin = new Extend(extension(node, padded, ceil), padded.margins());
        return place -> place.become(
                "margin", margin, new Pool(pooling, padded.geometry().with(Convolution.Padding.VALID)));
    }

    private static boolean isHalving(Window window) {
        return window.height() == 2 && window.width() == 2 && window.stride() == 2;
    }

    private static boolean countsZeros(OnnxNode node) throws UnreadableException {
        return node.whole("count_include_pad", 0) == 1;
    }

    private Extension.Kind extension(OnnxNode node, Window window, boolean ceil) throws UnreadableException {
        Margins margins = window.margins();
        if (kind == Pooling.Kind.AVERAGE) {
            if (ceil || !countsZeros(node)) {
                throw ceil ? node.refusal("ceil_mode", 1) : node.refusal("count_include_pad", 0);
            }
            return Extension.Kind.ZERO;
        }
        boolean mirrored = 2 * Math.max(margins.top(), margins.bottom()) < window.height()
                && 2 * Math.max(margins.left(), margins.right()) < window.width();
        if (!mirrored) {
            throw ceil
                    ? node.refusal("ceil_mode", 1)
                    : new UnreadableException("MaxPool with pads of half its window or more");
        }
        return Extension.Kind.REFLECT;
    }

    /** Margins in place of "same", of a centred window. */
    private static Window unrolled(OnnxNode node, Window window) throws UnreadableException {
        if (window.stride() != 1 || window.height() % 2 == 0 || window.width() % 2 == 0) {
            throw node.refusal("count_include_pad", 1);
        }
        Margins margins = Margins.symmetric(window.height() / 2, window.width() / 2);
        return new Window(window.height(), window.width(), window.stride(), 1, false, margins);
    }
}

package lichen.model.deeplearning4j;

import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Extend;
import lichen.model.operation.Pool;

/**
 * SubsamplingLayer. What lies beyond the border never is the largest value, so that a map may as well be mirrored there, as far as
 * a window of more than twice the margin sees.
 *
 * @param averagePooling whether the mean stands for the largest value
 */
record Dl4jPooling(boolean averagePooling) implements Dl4jKind {
    @Override
    public Step read(Dl4jLayer layer) throws UnreadableException {
        boolean max = switch (layer.word("poolingType", "MAX")) {
            case "MAX" -> true;
            case "AVG" -> false;
            default -> throw layer.refusal("poolingType");
        };
        Dl4jWindow window = Dl4jWindow.of(layer);
        if (window.dilation() != 1) {
            throw layer.refusal("dilation");
        }
        boolean countsZeros = layer.flag("avgPoolIncludePadInDivisor", false);
        boolean same = window.geometry().padding() == Convolution.Padding.SAME;
        if (!max && countsZeros && same) {
            throw layer.refusal("avgPoolIncludePadInDivisor");
        }
        Pool pool = new Pool(max && !averagePooling ? Pooling.Kind.MAX : Pooling.Kind.AVERAGE, window.geometry());
        if (window.margins().isEmpty()) {
            return (place, numbers) -> place.become(pool);
        }
        if (max ? !isMirrored(window) : !countsZeros) {
            throw layer.refusal("padding");
        }
        Extend margin = new Extend(max ? Extension.Kind.REFLECT : Extension.Kind.ZERO, window.margins());
        return (place, numbers) -> place.become("margin", margin, pool);
    }

    private static boolean isMirrored(Dl4jWindow window) {
        Margins margins = window.margins();
        return 2 * margins.top() < window.geometry().kernelHeight()
                && 2 * margins.left() < window.geometry().kernelWidth();
    }
}

package lichen.descriptor;

import java.util.List;
import lichen.core.diff.Evaluation;
import lichen.core.image.Offset;
import lichen.core.tensor.MatrixProduct;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import lichen.core.tensor.Views;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean product of each channel with each channel displaced.
 *
 * <p>S[s,c,d] = mean over the pixels p of F[p,c] F[p + s,d]. {@code [1,H,W,C] -> [S,C,C]}. Pixels whose partner is outside are
 * left out of the mean, unless the image is taken to repeat. Cost: P C² multiply-adds a shift, twice that for the gradient.
 *
 * <p>The maps are copied into two frames: a row of a frame is one stretch of memory, so that a displacement is a step along
 * it and a matrix product needs no copy of its own. One frame is empty around the image, the other may repeat it there.
 */
final class ShiftedProducts {
    private final ShiftFrame frame;
    private final INDArray map;
    private final List<Offset> shifts;
    private final TensorScope scope;
    private final long channels;
    private final INDArray inner;
    private final INDArray outer;

    private ShiftedProducts(INDArray map, List<Offset> shifts, ShiftFrame frame, TensorScope scope) {
        this.frame = frame;
        this.map = map;
        this.shifts = shifts;
        this.scope = scope;
        channels = Nhwc.channels(map);
        float[] numbers = scope.floatsOf(map);
        inner = scope.of(frame.middle(numbers, scope), frame.middlePixels() * channels);
        outer = scope.of(frame.whole(numbers, scope), frame.pixels() * channels);
    }

    /**
     * Computes the products.
     *
     * @param map {@code [1,H,W,C]}
     * @param shifts each shorter than the map
     * @param wrap whether the image is taken to repeat
     */
    static Evaluation<INDArray, INDArray> of(INDArray map, List<Offset> shifts, boolean wrap, TensorScope scope) {
        ShiftFrame frame = ShiftFrame.around(map, shifts, wrap);
        ShiftedProducts work = new ShiftedProducts(map, shifts, frame, scope);
        return new Evaluation<>(work.products(), work::pullBack);
    }

    private INDArray products() {
        INDArray products = scope.array(shifts.size() * channels * channels);
        for (int s = 0; s < shifts.size(); s++) {
            INDArray product = Views.of(products, s * channels * channels, channels, channels);
            MatrixProduct.transposedTimes(middle(inner), displaced(outer, s), product); // [C,C]
            product.divi(frame.pairs(shifts.get(s)));
        }
        return products.reshape('c', shifts.size(), channels, channels);
    }

    private INDArray pullBack(INDArray cotangent) {
        INDArray ofInner = scope.array(inner.length());
        INDArray ofOuter = scope.array(outer.length());
        ofInner.assign(0);
        ofOuter.assign(0);
        INDArray product = scope.array(frame.middlePixels(), channels);
        INDArray slopes = scope.copyOf(cotangent);
        for (int s = 0; s < shifts.size(); s++) {
            INDArray slope = Views.of(slopes.reshape(slopes.length()), s * channels * channels, channels, channels);
            slope.divi(frame.pairs(shifts.get(s)));
            MatrixProduct.times(displaced(outer, s), scope.copyOf(slope.transpose()), product);
            middle(ofInner).addi(product);
            MatrixProduct.times(middle(inner), slope, product);
            displaced(ofOuter, s).addi(product);
        }
        float[] middle = scope.floatsOf(ofInner);
        float[] whole = scope.floatsOf(ofOuter);
        return scope.of(frame.gather(middle, whole, scope), map.shape());
    }

    /** The rows with the image, as pixels by channels. */
    private INDArray middle(INDArray middle) {
        return Views.of(middle, 0, frame.middlePixels(), channels);
    }

    /** The same rows of the whole frame, displaced. */
    private INDArray displaced(INDArray whole, int shift) {
        return Views.of(whole, frame.first(shifts.get(shift)) * channels, frame.middlePixels(), channels);
    }
}

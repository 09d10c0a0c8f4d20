package lichen.descriptor;

import java.util.Arrays;
import java.util.List;
import lichen.core.image.Offset;
import lichen.core.tensor.Extension;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.HostWork;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The mean product of each channel with itself displaced, for {@link Autocorrelation}. A row of pixels is treated as one run of
 * numbers, over all channels, so that inner loops are long and the compiler can use vector instructions.
 */
final class LagProducts {
    /** Below this a variance is float32 rounding, in units where activations are about 1. */
    private static final double FLAT = 1e-12;

    private final List<Offset> lags;
    private final int height;
    private final int width;
    private final int channels;
    private final int margin;
    private final float[] map;
    private final double[] products;
    private final double[] slopes;

    private LagProducts(INDArray map, int margin, List<Offset> lags, TensorScope scope) {
        this.lags = lags;
        this.margin = margin;
        height = Math.toIntExact(map.size(1)) - 2 * margin;
        width = Math.toIntExact(map.size(2)) - 2 * margin;
        channels = Math.toIntExact(Nhwc.channels(map));
        this.map = scope.floatsOf(map);
        products = scope.doubles(channels * lags.size());
        slopes = scope.doubles(products.length);
    }

    /**
     * Computes them.
     *
     * @param deviations {@code [1,H,W,C]}, their mean being 0
     * @param lags in the half-plane of rows from 0 on, the first being [0, 0]
     * @param circular whether displaced pixels come in again on the other side; else pairs with one outside are left out
     */
    static LagProducts of(INDArray deviations, List<Offset> lags, boolean circular, TensorScope scope) {
        LagProducts work = circular
                ? new LagProducts(continued(deviations, margin(lags), scope), margin(lags), lags, scope)
                : new LagProducts(deviations, 0, lags, scope);
        HostWork host = HostWork.of(lags.size());
        float[][] sums = new float[host.workers()][];
        for (int worker = 0; worker < sums.length; worker++) {
            sums[worker] = scope.floats(work.width * work.channels);
        }
        host.run((worker, lag) -> work.multiply(lag, sums[worker]));
        return work;
    }

    /** The longest displacement. */
    private static int margin(List<Offset> lags) {
        return lags.stream()
                .mapToInt(lag -> Math.max(Math.abs(lag.x()), lag.y()))
                .max()
                .orElseThrow();
    }

    /** The maps in a margin that repeats them. */
    private static INDArray continued(INDArray map, int margin, TensorScope scope) {
        Margins margins = new Margins(margin, margin, margin, margin);
        INDArray large = scope.array(1, map.size(1) + margins.rows(), map.size(2) + margins.columns(), map.size(3));
        Extension.forward(Extension.Kind.CIRCULAR, margins, map, large).run();
        return large;
    }

    /** The products, {@code [C,L]}. */
    INDArray covariances(TensorScope scope) {
        INDArray covariances = scope.array(channels, lags.size());
        HostMemory.write(products, covariances);
        return covariances;
    }

    /** All products but the first, divided by that: {@code [C,L-1]}. */
    INDArray coefficients(TensorScope scope) {
        int count = lags.size() - 1;
        float[] coefficients = scope.floats(channels * count);
        for (int i = 0; i < coefficients.length; i++) {
            int first = i / count * lags.size();
            coefficients[i] = isFlat(first) ? 0 : (float) (products[first + 1 + i % count] / products[first]);
        }
        return scope.of(coefficients, channels, count);
    }

    /** Takes the gradient of the products, or of the coefficients. */
    void setSlopes(INDArray cotangent, boolean ofCoefficients) {
        if (!ofCoefficients) {
            HostMemory.read(cotangent, slopes);
            return;
        }
        float[] numbers = HostMemory.toFloats(cotangent);
        int count = lags.size() - 1;
        Arrays.fill(slopes, 0);
        for (int i = 0; i < numbers.length; i++) {
            int first = i / count * lags.size();
            if (!isFlat(first)) {
                int at = first + 1 + i % count;
                slopes[at] = numbers[i] / products[first];
                slopes[first] -= slopes[at] * products[at] / products[first];
            }
        }
    }

    /** The gradient of the deviations, {@code [1,H,W,C]}. */
    INDArray gradient(TensorScope scope) {
        float[] gradient = scope.floats(height * width * channels);
        Arrays.fill(gradient, 0);
        HostWork host = HostWork.of(Runtime.getRuntime().availableProcessors());
        float[][] weights = new float[host.workers()][];
        for (int worker = 0; worker < weights.length; worker++) {
            weights[worker] = scope.floats(width * channels);
        }
        host.run((worker, band) -> {
            int top = height * band / host.workers();
            int bottom = height * (band + 1) / host.workers();
            for (int lag = 0; lag < lags.size(); lag++) {
                spread(lag, weights[worker]);
                addDisplaced(lags.get(lag), top, bottom, weights[worker], gradient);
                addDisplaced(
                        new Offset(-lags.get(lag).x(), -lags.get(lag).y()), top, bottom, weights[worker], gradient);
            }
        });
        return scope.of(gradient, 1, height, width, channels);
    }

    private boolean isFlat(int first) {
        return products[first] <= FLAT;
    }

    private void multiply(int lag, float[] sums) {
        Offset offset = lags.get(lag);
        int start = start(offset);
        int end = end(offset);
        int step = step(offset);
        Arrays.fill(sums, 0);
        for (int y = 0; y < last(offset); y++) {
            int row = row(y);
            for (int i = start; i < end; i++) {
                sums[i] += map[row + i] * map[row + step + i];
            }
        }
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int i = start + c; i < end; i += channels) {
                sum += sums[i];
            }
            products[c * lags.size() + lag] = sum / pairs(offset);
        }
    }

    /** The channels' slopes of a lag, repeated along a row. */
    private void spread(int lag, float[] weights) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < channels
                    ? (float) (slopes[i * lags.size() + lag] / pairs(lags.get(lag)))
                    : weights[i - channels];
        }
    }

    private void addDisplaced(Offset offset, int top, int bottom, float[] weights, float[] gradient) {
        int start = start(offset);
        int end = end(offset);
        int step = step(offset);
        int last = Math.min(bottom, last(offset));
        for (int y = Math.max(top, first(offset)); y < last; y++) {
            int row = row(y);
            int to = y * width * channels;
            for (int i = start; i < end; i++) {
                gradient[to + i] += weights[i] * map[row + step + i];
            }
        }
    }

    private double pairs(Offset offset) {
        return (double) (last(offset) - first(offset)) * (end(offset) - start(offset)) / channels;
    }

    /** The first row whose displaced one is there. */
    private int first(Offset offset) {
        return Math.max(0, -offset.y() - margin);
    }

    /** The row after the last whose displaced one is there. */
    private int last(Offset offset) {
        return height - Math.max(0, offset.y() - margin);
    }

    /** The first number of a row whose displaced one is there. */
    private int start(Offset offset) {
        return Math.max(0, -offset.x() - margin) * channels;
    }

    /** The number after the last of a row whose displaced one is there. */
    private int end(Offset offset) {
        return (width - Math.max(0, offset.x() - margin)) * channels;
    }

    /** How far a displacement is in memory. */
    private int step(Offset offset) {
        return (offset.y() * (width + 2 * margin) + offset.x()) * channels;
    }

    /** Where a row begins in memory. */
    private int row(int y) {
        return ((y + margin) * (width + 2 * margin) + margin) * channels;
    }
}

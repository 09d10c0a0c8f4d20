package lichen.core.tensor;

import java.nio.FloatBuffer;
import lichen.core.check.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Images enlarged by repeating each pixel ("nearest"), and the gradient of that, as kernels over fixed arrays. The cost is that of a copy: it
 * runs on the host, row by row.
 */
public final class Enlargement {
    private Enlargement() {}

    /** y[r,c] = x[r / factor, c / factor]: x {@code [N,H,W,C]}, y {@code [N,factor H,factor W,C]}. */
    public static Kernel forward(INDArray x, int factor, INDArray y) {
        requireShapes(x, factor, y);
        int channels = (int) x.size(3);
        int width = (int) x.size(2) * channels;
        HostWork work = HostWork.moving((int) (x.size(0) * x.size(1)), (long) factor * factor * width);
        float[][] narrow = new float[work.workers()][width];
        float[][] wide = new float[work.workers()][factor * width];
        return () -> {
            FloatBuffer from = HostMemory.view(x);
            FloatBuffer to = HostMemory.view(y);
            work.run((worker, row) -> {
                from.get(row * width, narrow[worker]);
                repeat(narrow[worker], channels, factor, wide[worker]);
                for (int i = 0; i < factor; i++) {
                    to.put((row * factor + i) * wide[worker].length, wide[worker]);
                }
            });
            HostMemory.written(y);
        };
    }

    private static void repeat(float[] row, int channels, int factor, float[] wide) {
        int place = 0;
        for (int first = 0; first < row.length; first += channels) {
            for (int i = 0; i < factor; i++) {
                System.arraycopy(row, first, wide, place, channels);
                place += channels;
            }
        }
    }

    /** d loss / d x from d loss / d y: the sum over the repetitions of each pixel, which is a mean times their number. */
    public static Kernel gradient(INDArray cotangent, int factor, INDArray gradient) {
        requireShapes(gradient, factor, cotangent);
        Kernel means = Pooling.forward(
                Pooling.Kind.AVERAGE,
                cotangent,
                new Convolution(factor, factor, factor, Convolution.Padding.VALID),
                gradient);
        return () -> {
            means.run();
            gradient.muli(factor * factor);
        };
    }

    private static void requireShapes(INDArray small, int factor, INDArray large) {
        Nhwc.require("small", small);
        Nhwc.require("large", large);
        Require.that(
                large.size(1) == factor * small.size(1) && large.size(2) == factor * small.size(2),
                "large",
                "must be " + factor + " times as large, but is " + large.shapeInfoToString());
    }
}

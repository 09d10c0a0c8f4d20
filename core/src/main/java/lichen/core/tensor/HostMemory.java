package lichen.core.tensor;

import java.nio.FloatBuffer;
import lichen.core.check.Require;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Copies between Java arrays and tensors, and sums in double precision. Tensors are read and written in 'c' order. */
public final class HostMemory {
    private HostMemory() {}

    /** Copies numbers into a tensor. */
    public static void write(float[] values, INDArray tensor) {
        requireLength(values.length, tensor);
        view(tensor).put(values);
        written(tensor);
    }

    /** Copies numbers into a tensor, rounded to float32. */
    public static void write(double[] values, INDArray tensor) {
        requireLength(values.length, tensor);
        FloatBuffer view = view(tensor);
        for (int i = 0; i < values.length; i++) {
            view.put(i, (float) values[i]);
        }
        written(tensor);
    }

    /** Copies a tensor into numbers. */
    public static void read(INDArray tensor, double[] values) {
        requireLength(values.length, tensor);
        FloatBuffer view = view(tensor);
        for (int i = 0; i < values.length; i++) {
            values[i] = view.get(i);
        }
    }

    /** Copies a tensor into numbers. */
    public static void read(INDArray tensor, float[] values) {
        requireLength(values.length, tensor);
        view(tensor).get(values);
    }

    /** A fresh copy of a tensor's numbers. */
    public static float[] toFloats(INDArray tensor) {
        float[] values = new float[Math.toIntExact(tensor.length())];
        view(tensor).get(values);
        return values;
    }

    /** A fresh copy of a tensor's numbers, widened. */
    public static double[] toDoubles(INDArray tensor) {
        double[] values = new double[Math.toIntExact(tensor.length())];
        read(tensor, values);
        return values;
    }

    /** The sum of (a - b)^2, accumulated in double precision. */
    public static double squaredDistance(INDArray a, INDArray b) {
        requireLength(Math.toIntExact(a.length()), b);
        FloatBuffer x = view(a);
        FloatBuffer y = view(b);
        double sum = 0;
        for (int i = 0; i < x.limit(); i++) {
            double difference = (double) x.get(i) - y.get(i);
            sum += difference * difference;
        }
        return sum;
    }

    /** The sum of a^2, accumulated in double precision. */
    public static double squaredNorm(INDArray a) {
        FloatBuffer x = view(a);
        double sum = 0;
        for (int i = 0; i < x.limit(); i++) {
            sum += (double) x.get(i) * x.get(i);
        }
        return sum;
    }

    /** The numbers themselves; after writing, {@link #written}. */
    static FloatBuffer view(INDArray tensor) {
        Nhwc.requireContiguous("tensor", tensor);
        Nd4j.getAffinityManager().ensureLocation(tensor, AffinityManager.Location.HOST);
        FloatBuffer all = tensor.data().asNioFloat();
        int offset = Math.toIntExact(tensor.offset());
        return all.slice(offset, Math.toIntExact(tensor.length()));
    }

    /** Tells that the numbers were changed through a view. */
    static void written(INDArray tensor) {
        Nd4j.getAffinityManager().tagLocation(tensor, AffinityManager.Location.HOST);
    }

    private static void requireLength(int length, INDArray tensor) {
        Require.that(
                tensor.length() == length, "tensor", "must hold " + length + " numbers, but holds " + tensor.length());
    }
}

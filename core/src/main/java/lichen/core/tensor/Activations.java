package lichen.core.tensor;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Functions of each number by itself, as kernels over fixed arrays. Gradients need only what the function gave: they work in
 * place on the cotangent, and in an array of the same shape. {@link Elementwise} has ReLU.
 */
public final class Activations {
    private Activations() {}

    /**
     * y = x where x is positive, slope x elsewhere; for slopes from 0 to 1 that is the greater of both, which takes no branch: the native
     * operation does, and eight times as long where signs are mixed. It runs on the host, in one pass.
     */
    public static Kernel leakyRelu(INDArray x, double slope, INDArray y) {
        ChannelBlocks blocks = new ChannelBlocks(x);
        float[][] numbers = blocks.periods();
        float factor = (float) slope;
        return () -> {
            FloatBuffer from = HostMemory.view(x);
            FloatBuffer to = HostMemory.view(y);
            blocks.run((worker, block) -> blocks.periods(block, (first, length) -> {
                from.get(first, numbers[worker], 0, length);
                leak(numbers[worker], factor, length);
                to.put(first, numbers[worker], 0, length);
            }));
            HostMemory.written(y);
        };
    }

    private static void leak(float[] x, float slope, int length) {
        for (int i = 0; i < length; i++) {
            x[i] = Math.max(x[i], slope * x[i]);
        }
    }

    /** The gradient of {@link #leakyRelu}; the slope must be positive. */
    public static Kernel leakyReluGradient(INDArray y, double slope, INDArray cotangent, INDArray work) {
        Step positive = new Step(y, work, 0.0);
        return () -> {
            Nd4j.getExecutioner().exec(positive);
            work.muli(1 - slope).addi(slope);
            cotangent.muli(work);
        };
    }

    /** y = tanh(x). */
    public static Kernel tanh(INDArray x, INDArray y) {
        Tanh operation = new Tanh(x, y);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** The gradient of {@link #tanh}: 1 - y^2. */
    public static Kernel tanhGradient(INDArray y, INDArray cotangent, INDArray work) {
        Kernel square = Elementwise.multiply(y, y, work);
        ScalarReverseSubtraction rest = new ScalarReverseSubtraction(work, null, work, 1);
        return () -> {
            square.run();
            Nd4j.getExecutioner().exec(rest);
            cotangent.muli(work);
        };
    }

    /** y = 1 / (1 + exp(-x)). */
    public static Kernel sigmoid(INDArray x, INDArray y) {
        Sigmoid operation = new Sigmoid(x, y);
        return () -> Nd4j.getExecutioner().exec(operation);
    }

    /** The gradient of {@link #sigmoid}: y (1 - y). */
    public static Kernel sigmoidGradient(INDArray y, INDArray cotangent, INDArray work) {
        ScalarReverseSubtraction rest = new ScalarReverseSubtraction(y, null, work, 1);
        return () -> {
            Nd4j.getExecutioner().exec(rest);
            cotangent.muli(work).muli(y);
        };
    }
}

package lichen.core.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Products of feature maps seen as matrices {@code F [P,C]}, P pixels by C channels; several times faster than mmul. */
public final class MatrixProduct {
    private MatrixProduct() {}

    /** Aᵀ B: {@code [P,M], [P,N] -> [M,N]}. The result is overwritten. */
    public static void transposedTimes(INDArray a, INDArray b, INDArray result) {
        execute(a, b, true, false, result);
    }

    /** A B: {@code [P,M], [M,N] -> [P,N]}. The result is overwritten. */
    public static void times(INDArray a, INDArray b, INDArray result) {
        execute(a, b, false, false, result);
    }

    /** A Bᵀ: {@code [P,M], [N,M] -> [P,N]}. The result is overwritten. */
    public static void timesTransposed(INDArray a, INDArray b, INDArray result) {
        execute(a, b, false, true, result);
    }

    /** The sum over all pixels of each channel: {@code F [P,C] -> [C]}. The result is overwritten. */
    public static void channelSums(INDArray f, INDArray ones, INDArray result) {
        Nd4j.getBlasWrapper().level2().gemv('c', 'N', 1.0, f.transpose(), ones, 0.0, result);
    }

    private static void execute(INDArray a, INDArray b, boolean transposeA, boolean transposeB, INDArray result) {
        Nd4j.getExecutioner()
                .exec(DynamicCustomOp.builder("matmul")
                        .addInputs(a, b)
                        .addOutputs(result)
                        .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
                        .build());
    }
}

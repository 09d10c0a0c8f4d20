package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

class EnlargementTest {
    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    /** The last is large enough to be shared by several workers. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "2, 3, 5, 2", "1, 4, 2, 3", "2, 64, 48, 2"})
    void repeatsEachPixelAsTheNativeOperationDoes(int images, int height, int width, int factor) {
        INDArray x = RandomTensors.tensor(scope, 7, images, height, width, 6);
        INDArray y = scope.array(images, (long) factor * height, (long) factor * width, 6);
        INDArray expected = scope.array(y.shape());
        Nd4j.getExecutioner()
                .exec(DynamicCustomOp.builder("upsampling2d")
                        .addInputs(x)
                        .addOutputs(expected)
                        .addIntegerArguments(factor, factor, 0)
                        .build());

        Enlargement.forward(x, factor, y).run();

        assertThat(HostMemory.toFloats(y)).containsExactly(HostMemory.toFloats(expected));
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 5, 2", "1, 4, 2, 3"})
    void gradientAddsUpWhatEachRepetitionReceives(int images, int height, int width, int factor) {
        INDArray cotangent = scope.array(images, (long) factor * height, (long) factor * width, 6);
        cotangent.assign(0.5);
        INDArray gradient = scope.array(images, height, width, 6);

        Enlargement.gradient(cotangent, factor, gradient).run();

        assertThat(HostMemory.toFloats(gradient))
                .usingComparatorWithPrecision(1e-6f)
                .containsOnly(0.5f * factor * factor);
    }
}

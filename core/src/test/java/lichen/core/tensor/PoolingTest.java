package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class PoolingTest {
    private final TensorScope scope = new TensorScope();
    private final INDArray x = scope.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 3, 3, 1);
    private final Convolution valid = new Convolution(2, 2, 2, Convolution.Padding.VALID);
    private final Convolution same = new Convolution(2, 2, 2, Convolution.Padding.SAME);

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void takesTheLargestOfEachWindow() {
        assertThat(forward(Pooling.Kind.MAX, valid, 1)).containsExactly(5);
        assertThat(forward(Pooling.Kind.MAX, same, 2)).containsExactly(5, 6, 8, 9);
    }

    @Test
    void averagesOnlyThePixelsInsideTheImage() {
        assertThat(forward(Pooling.Kind.AVERAGE, valid, 1)).containsExactly(3);
        assertThat(forward(Pooling.Kind.AVERAGE, same, 2))
                .containsExactly(new float[] {3, 4.5f, 7.5f, 9}, within(1e-6f));
    }

    @Test
    void gradientOfTheLargestGoesToTheLargest() {
        assertThat(gradient(Pooling.Kind.MAX)).containsExactly(0, 0, 0, 0, 1, 2, 0, 3, 4);
    }

    @Test
    void gradientOfTheAverageIsSharedEvenly() {
        assertThat(gradient(Pooling.Kind.AVERAGE))
                .containsExactly(new float[] {.25f, .25f, 1, .25f, .25f, 1, 1.5f, 1.5f, 4}, within(1e-6f));
    }

    private float[] forward(Pooling.Kind kind, Convolution geometry, int side) {
        INDArray y = scope.array(1, side, side, 1);
        Pooling.forward(kind, x, geometry, y).run();
        return HostMemory.toFloats(y);
    }

    private float[] gradient(Pooling.Kind kind) {
        INDArray cotangent = scope.of(new float[] {1, 2, 3, 4}, 1, 2, 2, 1);
        INDArray gradient = scope.array(1, 3, 3, 1);
        Pooling.inputGradient(kind, x, cotangent, same, gradient).run();
        return HostMemory.toFloats(gradient);
    }
}

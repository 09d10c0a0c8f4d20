package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ElementwiseTest {
    private final TensorScope scope = new TensorScope();
    private final INDArray x = scope.of(new float[] {-1, 2, 0, 3, -4, 5}, 1, 1, 3, 2);

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void reluKeepsWhatIsPositive() {
        Elementwise.relu(x).run();

        assertThat(HostMemory.toFloats(x)).containsExactly(0, 2, 0, 3, 0, 5);
    }

    @Test
    void reluGradientPassesWhereTheActivationIsPositive() {
        INDArray gradient = scope.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 1, 3, 2);

        Elementwise.reluGradient(x, gradient, scope.array(1, 1, 3, 2)).run();

        assertThat(HostMemory.toFloats(gradient)).containsExactly(0, 2, 0, 4, 0, 6);
    }

    @Test
    void addsANumberPerChannel() {
        Elementwise.addToEachPixel(x, scope.of(new float[] {10, 20}, 2)).run();

        assertThat(HostMemory.toFloats(x)).containsExactly(9, 22, 10, 23, 6, 25);
    }

    @Test
    void scalesEachChannel() {
        INDArray y = scope.array(1, 1, 3, 2);
        Elementwise.scaleEachChannel(x, scope.of(new float[] {2, -1}, 2), y).run();

        assertThat(HostMemory.toFloats(y)).containsExactly(-2, -2, 0, -3, -8, -5);
    }

    @Test
    void scalesAndShiftsInOnePass() {
        INDArray y = scope.array(1, 1, 3, 2);
        INDArray scale = scope.of(new float[] {2, 0}, 2);
        INDArray shift = scope.of(new float[] {0.5f, -3}, 2);
        Elementwise.scaleAndShift(x, scale, shift, y, scope).run();

        assertThat(HostMemory.toFloats(y)).containsExactly(new float[] {-1.5f, -3, 0.5f, -3, -7.5f, -3}, within(1e-6f));
    }

    @Test
    void clampsAndLetsGradientsThroughBelowTheMaximum() {
        INDArray x = scope.of(new float[] {-1, 0.5f, 6, 7}, 1, 1, 4, 1);
        INDArray cotangent = scope.of(new float[] {1, 2, 3, 4}, 1, 1, 4, 1);

        Elementwise.clamp(x, 0, 6).run();
        Elementwise.maximumGradient(x, 6, cotangent, scope.array(1, 1, 4, 1)).run();

        assertThat(HostMemory.toFloats(x)).containsExactly(0, 0.5f, 6, 6);
        assertThat(HostMemory.toFloats(cotangent)).containsExactly(1, 2, 0, 0);
    }
}

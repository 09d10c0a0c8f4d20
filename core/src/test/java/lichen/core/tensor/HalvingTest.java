package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class HalvingTest {
    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void weighsFiveNeighboursAroundEverySecondPixel() {
        INDArray line = scope.of(new float[] {16, 0, 0, 0, 0, 160, 0, 0}, 1, 1, 8, 1);

        assertThat(halved(line, false, 4)).containsExactly(6, 1, 40, 40);
        assertThat(halved(line, true, 4)).containsExactly(6, 1, 40, 40 + 1);
    }

    @Test
    void continuesTheImageByItsMirrorImage() {
        INDArray line = scope.of(new float[] {0, 16, 160, 0, 0}, 1, 1, 5, 1);

        assertThat(halved(line, false, 3)).containsExactly(8 + 20, 4 + 60, 20);
    }

    @ParameterizedTest
    @CsvSource({"7, 5, false", "6, 8, true", "6, 8, false", "1, 2, false", "2, 2, true"})
    void keepsAnImageOfOneColour(int height, int width, boolean circular) {
        INDArray image = scope.array(1, height, width, 3);
        image.assign(0.25);
        INDArray output = scope.array(1, (height + 1) / 2, (width + 1) / 2, 3);
        Halving.forward(image, circular, output).run();

        assertThat(HostMemory.toFloats(output)).containsOnly(0.25f);
    }

    @ParameterizedTest
    @CsvSource({"7, 5, false", "6, 8, true", "6, 8, false", "1, 2, false", "2, 2, true"})
    void gradientIsTheExactTranspose(int height, int width, boolean circular) {
        INDArray image = scope.of(RandomTensors.numbers(height * width * 3, 1), 1, height, width, 3);
        INDArray output = scope.array(1, (height + 1) / 2, (width + 1) / 2, 3);
        Halving.forward(image, circular, output).run();
        INDArray cotangent = scope.of(RandomTensors.numbers((int) output.length(), 2), output.shape());
        INDArray gradient = scope.array(image.shape());
        Halving.inputGradient(cotangent, circular, gradient).run();

        assertThat(dot(image, gradient)).isCloseTo(dot(output, cotangent), within(1e-5));
    }

    @Test
    void halvesAShiftedImageIntoTheShiftedHalfWhereItIsCircular() {
        INDArray line = scope.of(new float[] {3, 1, 4, 1, 5, 9, 2, 6}, 1, 1, 8, 1);
        INDArray shifted = scope.of(new float[] {2, 6, 3, 1, 4, 1, 5, 9}, 1, 1, 8, 1);
        float[] half = halved(line, true, 4);

        assertThat(halved(shifted, true, 4)).containsExactly(half[3], half[0], half[1], half[2]);
    }

    @Test
    void refusesAnOddSideWhereItIsCircular() {
        INDArray line = scope.array(1, 1, 5, 1);
        INDArray output = scope.array(1, 1, 3, 1);

        assertThatThrownBy(() -> Halving.forward(line, true, output)).hasMessageContaining("even sides");
    }

    private float[] halved(INDArray line, boolean circular, int width) {
        INDArray two = scope.array(1, 2, line.size(2), 1);
        two.assign(line.broadcast(two.shape()));
        INDArray output = scope.array(1, 1, width, 1);
        Halving.forward(two, circular, output).run();
        return HostMemory.toFloats(output);
    }

    private static double dot(INDArray a, INDArray b) {
        double[] x = HostMemory.toDoubles(a);
        double[] y = HostMemory.toDoubles(b);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}

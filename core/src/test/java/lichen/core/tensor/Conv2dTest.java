package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Conv2dTest {
    /** float32 sums of up to a few hundred products of numbers below 1. */
    private static final double TOLERANCE = 1e-4;

    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 9, 3, 5, 3, 3, 1, SAME",
        "8, 8, 2, 4, 2, 4, 1, SAME",
        "9, 8, 3, 4, 3, 3, 2, SAME",
        "8, 9, 4, 6, 5, 3, 2, SAME",
        "9, 7, 3, 5, 3, 3, 1, VALID",
        "9, 10, 3, 5, 4, 3, 2, VALID",
        "12, 12, 3, 32, 7, 7, 1, SAME",
        "5, 4, 8, 8, 1, 1, 1, SAME"
    })
    void agreesWithTheDefinition(
            int height, int width, int inputs, int outputs, int kH, int kW, int stride, Convolution.Padding padding) {
        Convolution geometry = new Convolution(kH, kW, stride, padding);
        INDArray x = RandomTensors.tensor(scope, 1, 1, height, width, inputs);
        INDArray w = RandomTensors.tensor(scope, 2, outputs, kH, kW, inputs);
        INDArray b = RandomTensors.tensor(scope, 3, outputs);
        INDArray y = scope.array(1, geometry.outputHeight(height), geometry.outputWidth(width), outputs);

        Conv2d.forward(x, w, Optional.of(b), geometry, y).run();

        assertThat(HostMemory.toDoubles(y))
                .containsExactly(NaiveConvolution.forward(x, w, b, geometry), within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 9, 3, 5, 3, 3, 1, SAME",
        "8, 8, 2, 4, 2, 4, 1, SAME",
        "9, 8, 3, 4, 3, 3, 2, SAME",
        "9, 7, 3, 5, 3, 3, 1, VALID",
        "9, 8, 3, 5, 3, 3, 1, VALID",
        "9, 10, 3, 5, 4, 3, 2, VALID",
        "12, 12, 3, 32, 7, 7, 1, SAME",
        "12, 11, 3, 32, 7, 7, 1, SAME",
        "6, 8, 4, 16, 1, 5, 1, SAME",
        "8, 13, 3, 8, 5, 5, 1, SAME",
        "8, 14, 3, 8, 5, 5, 1, VALID",
        "8, 15, 2, 8, 3, 3, 1, VALID",
        "8, 5, 3, 8, 3, 3, 1, VALID",
        "5, 4, 8, 8, 1, 1, 1, SAME"
    })
    void inputGradientIsTheTransposeOfTheForwardMap(
            int height, int width, int inputs, int outputs, int kH, int kW, int stride, Convolution.Padding padding) {
        Convolution geometry = new Convolution(kH, kW, stride, padding);
        INDArray w = RandomTensors.tensor(scope, 2, outputs, kH, kW, inputs);
        INDArray constant = RandomTensors.tensor(scope, 3, inputs);
        long outH = geometry.outputHeight(height);
        long outW = geometry.outputWidth(width);
        INDArray cotangent = RandomTensors.tensor(scope, 4, 1, outH, outW, outputs);
        INDArray gradient = scope.array(1, height, width, inputs);

        Conv2d.inputGradient(cotangent, w, Optional.of(constant), geometry, gradient, scope)
                .run();

        assertThat(HostMemory.toDoubles(gradient))
                .containsExactly(
                        NaiveConvolution.inputGradient(cotangent, w, constant, geometry, height, width),
                        within(TOLERANCE));
    }

    @Test
    void refusesAViewWithGaps() {
        INDArray whole = RandomTensors.tensor(scope, 1, 1, 8, 8, 6);
        INDArray view =
                whole.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.interval(0, 3));
        INDArray w = RandomTensors.tensor(scope, 2, 4, 3, 3, 3);
        INDArray y = scope.array(1, 8, 8, 4);

        assertThatThrownBy(() -> Conv2d.forward(view, w, Optional.empty(), Convolution.same(3), y))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("input must be contiguous in 'c' order: copy the view first");
    }

    @Test
    void refusesWeightsOfAnotherShape() {
        INDArray x = RandomTensors.tensor(scope, 1, 1, 8, 8, 3);
        INDArray w = RandomTensors.tensor(scope, 2, 4, 3, 3, 2);
        INDArray y = scope.array(1, 8, 8, 4);

        assertThatThrownBy(() -> Conv2d.forward(x, w, Optional.empty(), Convolution.same(3), y))
                .hasMessage("weights must have the shape [4, 3, 3, 3], but have [4, 3, 3, 2]");
    }
}

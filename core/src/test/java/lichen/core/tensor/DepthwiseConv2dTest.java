package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Against the full convolution whose kernels are zero between different channels. */
class DepthwiseConv2dTest {
    /** float32 sums of some ten products of numbers below 1. */
    private static final double TOLERANCE = 1e-5;

    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({
        "8, 9, 5, 3, 3, 1, SAME",
        "9, 8, 4, 3, 3, 2, SAME",
        "8, 8, 4, 2, 4, 1, SAME",
        "9, 7, 3, 3, 5, 1, VALID",
        "9, 10, 6, 3, 3, 2, VALID",
        "5, 4, 8, 1, 1, 1, SAME"
    })
    void agreesWithTheDefinition(
            int height, int width, int channels, int kH, int kW, int stride, Convolution.Padding padding) {
        Convolution geometry = new Convolution(kH, kW, stride, padding);
        INDArray x = RandomTensors.tensor(scope, 1, 1, height, width, channels);
        INDArray w = RandomTensors.tensor(scope, 2, kH, kW, channels, 1);
        INDArray b = RandomTensors.tensor(scope, 3, channels);
        long[] shape = {1, geometry.outputHeight(height), geometry.outputWidth(width), channels};
        INDArray y = scope.array(shape);
        INDArray cotangent = RandomTensors.tensor(scope, 4, shape);
        INDArray gradient = scope.array(x.shape());
        INDArray none = scope.of(new float[channels], channels);

        DepthwiseConv2d.forward(x, w, Optional.of(b), geometry, y).run();
        DepthwiseConv2d.inputGradient(cotangent, w, geometry, gradient, scope).run();

        assertThat(HostMemory.toDoubles(y))
                .containsExactly(NaiveConvolution.forward(x, full(w), b, geometry), within(TOLERANCE));
        assertThat(HostMemory.toDoubles(gradient))
                .containsExactly(
                        NaiveConvolution.inputGradient(cotangent, full(w), none, geometry, height, width),
                        within(TOLERANCE));
    }

    @Test
    void refusesWeightsOfAnotherShape() {
        INDArray x = scope.array(1, 8, 8, 4);
        INDArray w = scope.array(3, 3, 5, 1);

        assertThatThrownBy(() ->
                        DepthwiseConv2d.forward(x, w, Optional.empty(), Convolution.same(3), scope.array(1, 8, 8, 4)))
                .hasMessage("weights must have the shape [3, 3, 4, 1], but have [3, 3, 5, 1]");
    }

    /** {@code [kH,kW,C,1] -> [C,kH,kW,C]}. */
    private INDArray full(INDArray depthwise) {
        float[] from = HostMemory.toFloats(depthwise);
        int channels = (int) depthwise.size(2);
        float[] to = new float[from.length * channels];
        for (int i = 0; i < from.length; i++) {
            int channel = i % channels;
            to[channel * from.length + i] = from[i];
        }
        return scope.of(to, channels, depthwise.size(0), depthwise.size(1), channels);
    }
}

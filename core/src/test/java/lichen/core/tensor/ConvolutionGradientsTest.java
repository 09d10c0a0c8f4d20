package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradients against inner products: a convolution is linear in its weights and in its input, so the gradient of
 * sum(y' y) is the vector whose product with any change of them is sum(y' dy).
 */
class ConvolutionGradientsTest {
    /** float32 sums of some thousand products of numbers below 1, relative to their magnitude of about 30. */
    private static final double TOLERANCE = 1e-3;

    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 9, 3, 5, 3",
        "2, 6, 7, 3, 32, 7",
        "3, 5, 4, 8, 16, 5",
        "2, 9, 8, 6, 4, 1",
        "2, 5, 5, 4, 4, 7",
        "2, 8, 6, 5, 7, 3"
    })
    void areTheTransposesOfTheForwardMap(int batch, int height, int width, int inputs, int outputs, int side) {
        INDArray x = RandomTensors.tensor(scope, 1, batch, height, width, inputs);
        INDArray w = RandomTensors.tensor(scope, 2, outputs, side, side, inputs);
        INDArray cotangent = RandomTensors.tensor(scope, 3, batch, height, width, outputs);
        INDArray ofInput = scope.array(x.shape());
        INDArray ofWeights = scope.array(w.shape());
        INDArray ofWeightsAlone = scope.array(w.shape());

        ConvolutionGradients gradients = new ConvolutionGradients(x, w, Convolution.same(side), cotangent, scope);
        gradients.both(ofInput, ofWeights).run();
        gradients.ofWeights(ofWeightsAlone).run();

        for (int seed = 4; seed < 8; seed++) {
            INDArray change = RandomTensors.tensor(scope, seed, w.shape());
            double expected = product(cotangent, forward(x, change));
            assertThat(product(ofWeights, change)).isCloseTo(expected, within(TOLERANCE));
            assertThat(product(ofWeightsAlone, change)).isCloseTo(expected, within(TOLERANCE));
            INDArray other = RandomTensors.tensor(scope, seed, x.shape());
            assertThat(product(ofInput, other)).isCloseTo(product(cotangent, forward(other, w)), within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 7", "8, 3", "6, 5", "5, 1"})
    void readArraysAtEachRun(int inputs, int side) {
        INDArray x = RandomTensors.tensor(scope, 1, 2, 6, 5, inputs);
        INDArray w = RandomTensors.tensor(scope, 2, 4, side, side, inputs);
        INDArray cotangent = RandomTensors.tensor(scope, 3, 2, 6, 5, 4);
        INDArray ofInput = scope.array(x.shape());
        INDArray ofWeights = scope.array(w.shape());
        ConvolutionGradients gradients = new ConvolutionGradients(x, w, Convolution.same(side), cotangent, scope);
        Kernel both = gradients.both(ofInput, ofWeights);
        INDArray alone = scope.array(w.shape());
        Kernel weights = gradients.ofWeights(alone);
        both.run();
        weights.run();
        double[] first = HostMemory.toDoubles(ofInput);
        double[] firstWeights = HostMemory.toDoubles(alone);

        w.muli(2);
        x.muli(3);
        both.run();
        weights.run();

        double[] second = HostMemory.toDoubles(ofInput);
        double[] secondWeights = HostMemory.toDoubles(alone);
        for (int i = 0; i < first.length; i++) {
            assertThat(second[i]).isCloseTo(2 * first[i], within(TOLERANCE));
        }
        for (int i = 0; i < firstWeights.length; i++) {
            assertThat(secondWeights[i]).isCloseTo(3 * firstWeights[i], within(TOLERANCE));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 2, SAME", "4, 4, 2, SAME", "4, 4, 2, VALID", "2, 3, 1, SAME", "3, 3, 1, VALID", "1, 1, 2, SAME"})
    void areThoseOfAnyGeometry(int height, int width, int stride, Convolution.Padding padding) {
        Convolution geometry = new Convolution(height, width, stride, padding);
        INDArray x = RandomTensors.tensor(scope, 1, 2, 9, 8, 3);
        INDArray w = RandomTensors.tensor(scope, 2, 5, height, width, 3);
        INDArray cotangent = RandomTensors.tensor(scope, 3, 2, geometry.outputHeight(9), geometry.outputWidth(8), 5);
        INDArray ofInput = scope.array(x.shape());
        INDArray ofWeights = scope.array(w.shape());
        INDArray ofInputAlone = scope.array(x.shape());
        INDArray ofWeightsAlone = scope.array(w.shape());

        ConvolutionGradients gradients = new ConvolutionGradients(x, w, geometry, cotangent, scope);
        gradients.both(ofInput, ofWeights).run();
        gradients.ofInput(ofInputAlone).run();
        gradients.ofWeights(ofWeightsAlone).run();

        INDArray change = RandomTensors.tensor(scope, 4, w.shape());
        INDArray other = RandomTensors.tensor(scope, 5, x.shape());
        double ofChange = product(cotangent, forward(x, change, geometry));
        double ofOther = product(cotangent, forward(other, w, geometry));
        assertThat(product(ofWeights, change)).isCloseTo(ofChange, within(TOLERANCE));
        assertThat(product(ofWeightsAlone, change)).isCloseTo(ofChange, within(TOLERANCE));
        assertThat(product(ofInput, other)).isCloseTo(ofOther, within(TOLERANCE));
        assertThat(product(ofInputAlone, other)).isCloseTo(ofOther, within(TOLERANCE));
    }

    private INDArray forward(INDArray x, INDArray w) {
        return forward(x, w, Convolution.same((int) w.size(1)));
    }

    private INDArray forward(INDArray x, INDArray w, Convolution geometry) {
        INDArray y =
                scope.array(x.size(0), geometry.outputHeight(x.size(1)), geometry.outputWidth(x.size(2)), w.size(0));
        Conv2d.forward(x, w, Optional.empty(), geometry, y).run();
        return y;
    }

    private static double product(INDArray a, INDArray b) {
        double[] x = HostMemory.toDoubles(a);
        double[] y = HostMemory.toDoubles(b);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}

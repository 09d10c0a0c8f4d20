package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class PixelNormalizationTest {
    private static final double EPSILON = 1e-3;

    /** float32 numbers of magnitude 1 after a few operations. */
    private static final double TOLERANCE = 1e-5;

    private final TensorScope scope = new TensorScope();

    @AfterEach
    void close() {
        scope.close();
    }

    /** One pixel; less than a period; several blocks, the last of them not full; more channels than a period has numbers. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 3", "2, 6, 7, 5", "2, 97, 61, 7", "1, 3, 5, 1500"})
    void agreesWithTheDefinition(int images, int height, int width, int channels) {
        INDArray x = RandomTensors.tensor(scope, 1, images, height, width, channels);
        INDArray y = scope.array(x.shape());

        new PixelNormalization(x, EPSILON).forward(y).run();

        double[] numbers = HostMemory.toDoubles(x);
        double[] expected = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            expected[i] = definition(numbers, i, channels);
        }
        assertThat(HostMemory.toDoubles(y)).containsExactly(expected, within(TOLERANCE));
    }

    /** The second is of several blocks, the last of them not full. */
    @ParameterizedTest
    @CsvSource({"2, 5, 4, 3", "2, 83, 71, 3"})
    void theGradientAgreesWithCentralDifferences(int images, int height, int width, int channels) {
        INDArray x = RandomTensors.tensor(scope, 1, images, height, width, channels);
        INDArray y = scope.array(x.shape());
        INDArray weights = RandomTensors.tensor(scope, 4, x.shape());
        INDArray cotangent = scope.copyOf(weights);
        PixelNormalization normalization = new PixelNormalization(x, EPSILON);

        normalization.forward(y).run();
        normalization.backward(cotangent).run();

        double[] numbers = HostMemory.toDoubles(x);
        double[] factors = HostMemory.toDoubles(weights);
        double[] gradient = HostMemory.toDoubles(cotangent);
        for (int i = 0; i < numbers.length; i += numbers.length / 7) {
            double slope =
                    (moved(numbers, factors, i, channels, 1e-5) - moved(numbers, factors, i, channels, -1e-5)) / 2e-5;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-4));
        }
    }

    /** The product of the factors with what becomes of a pixel, one of whose numbers is moved. */
    private static double moved(double[] numbers, double[] factors, int place, int channels, double by) {
        double[] other = numbers.clone();
        other[place] += by;
        double sum = 0;
        int pixel = place - place % channels;
        for (int i = pixel; i < pixel + channels; i++) {
            sum += factors[i] * definition(other, i, channels);
        }
        return sum;
    }

    private static double definition(double[] numbers, int place, int channels) {
        double squares = 0;
        int pixel = place - place % channels;
        for (int i = pixel; i < pixel + channels; i++) {
            squares += numbers[i] * numbers[i] / channels;
        }
        return numbers[place] / Math.sqrt(squares + EPSILON);
    }
}

package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class InstanceNormalizationTest {
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

        new InstanceNormalization(x, EPSILON).forward(y).run();

        assertThat(HostMemory.toDoubles(y))
                .containsExactly(definition(HostMemory.toDoubles(x), images, channels), within(TOLERANCE));
    }

    @Test
    void keepsItsDigitsWhereAChannelIsBrightAndEven() {
        // Of numbers near 1000 float32 keeps 4 decimals; the mean of squares less the squared mean would keep none.
        INDArray x = RandomTensors.tensor(scope, 1, 1, 90, 80, 5);
        x.muli(0.1).addi(1000);
        INDArray y = scope.array(x.shape());

        new InstanceNormalization(x, EPSILON).forward(y).run();

        assertThat(HostMemory.toDoubles(y)).containsExactly(definition(HostMemory.toDoubles(x), 1, 5), within(2e-3));
    }

    @Test
    void seesTheMeansOfBlocksThatDiffer() {
        INDArray x = RandomTensors.tensor(scope, 1, 1, 64, 64, 8);
        float[] numbers = HostMemory.toFloats(x);
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] += 4f * i / numbers.length;
        }
        HostMemory.write(numbers, x);
        INDArray y = scope.array(x.shape());

        new InstanceNormalization(x, EPSILON).forward(y).run();

        assertThat(HostMemory.toDoubles(y))
                .containsExactly(definition(HostMemory.toDoubles(x), 1, 8), within(TOLERANCE));
    }

    /** The second is of several blocks, the last of them not full. */
    @ParameterizedTest
    @CsvSource({"2, 5, 4, 3", "2, 83, 71, 3"})
    void theGradientAgreesWithCentralDifferences(int images, int height, int width, int channels) {
        INDArray x = RandomTensors.tensor(scope, 1, images, height, width, channels);
        INDArray y = scope.array(x.shape());
        INDArray weights = RandomTensors.tensor(scope, 4, x.shape());
        INDArray cotangent = scope.copyOf(weights);
        InstanceNormalization normalization = new InstanceNormalization(x, EPSILON);

        normalization.forward(y).run();
        normalization.backward(cotangent).run();

        double[] numbers = HostMemory.toDoubles(x);
        double[] factors = HostMemory.toDoubles(weights);
        double[] gradient = HostMemory.toDoubles(cotangent);
        for (int i = 0; i < numbers.length; i += numbers.length / 7) {
            double[] more = numbers.clone();
            double[] less = numbers.clone();
            more[i] += 1e-5;
            less[i] -= 1e-5;
            double slope = (product(factors, definition(more, images, channels))
                            - product(factors, definition(less, images, channels)))
                    / 2e-5;
            assertThat(gradient[i]).isCloseTo(slope, within(1e-4));
        }
    }

    private static double[] definition(double[] numbers, int images, int channels) {
        double[] result = new double[numbers.length];
        int image = numbers.length / images;
        int pixels = image / channels;
        for (int i = 0; i < images * channels; i++) {
            int first = i / channels * image + i % channels;
            double mean = 0;
            for (int p = 0; p < pixels; p++) {
                mean += numbers[first + p * channels] / pixels;
            }
            double variance = 0;
            for (int p = 0; p < pixels; p++) {
                double difference = numbers[first + p * channels] - mean;
                variance += difference * difference / pixels;
            }
            for (int p = 0; p < pixels; p++) {
                int place = first + p * channels;
                result[place] = (numbers[place] - mean) / Math.sqrt(variance + EPSILON);
            }
        }
        return result;
    }

    private static double product(double[] factors, double[] numbers) {
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += factors[i] * numbers[i];
        }
        return sum;
    }
}

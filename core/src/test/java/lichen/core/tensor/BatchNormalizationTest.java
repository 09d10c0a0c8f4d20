package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class BatchNormalizationTest {
    private static final int CHANNELS = 5;
    private static final int PIXELS = 3 * 6 * 7;
    private static final double EPSILON = 1e-3;

    /** float32 numbers of magnitude 1 after a few operations. */
    private static final double TOLERANCE = 1e-5;

    private final TensorScope scope = new TensorScope();
    private final INDArray x = RandomTensors.tensor(scope, 1, 3, 6, 7, CHANNELS);
    private final INDArray y = scope.array(x.shape());
    private final BatchNormalization.Affine parameters = new BatchNormalization.Affine(
            RandomTensors.tensor(scope, 2, CHANNELS), RandomTensors.tensor(scope, 3, CHANNELS));
    private final BatchNormalization normalization = new BatchNormalization(x, parameters, EPSILON, scope);
    private final BatchNormalization.Scratch scratch =
            new BatchNormalization.Scratch(scope.array(x.shape()), scope.array(x.shape()));

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void agreesWithTheDefinition() {
        normalization.forward(y, scratch).run();

        assertThat(HostMemory.toDoubles(y)).containsExactly(definition(HostMemory.toDoubles(x)), within(TOLERANCE));
    }

    @Test
    void keepsItsDigitsWhereAChannelIsBrightAndEven() {
        // Of numbers near 1000 float32 keeps 4 decimals; the mean of squares less the squared mean would keep none.
        x.muli(0.1).addi(1000);

        normalization.forward(y, scratch).run();

        assertThat(HostMemory.toDoubles(y)).containsExactly(definition(HostMemory.toDoubles(x)), within(2e-3));
    }

    @Test
    void gradientsAgreeWithCentralDifferences() {
        INDArray weights = RandomTensors.tensor(scope, 4, x.shape());
        INDArray cotangent = scope.copyOf(weights);
        BatchNormalization.Affine gradient =
                new BatchNormalization.Affine(scope.array(CHANNELS), scope.array(CHANNELS));

        normalization.forward(y, scratch).run();
        normalization.backward(cotangent, gradient, scratch).run();

        double[] numbers = HostMemory.toDoubles(x);
        double[] ofInput = HostMemory.toDoubles(cotangent);
        for (int i = 0; i < numbers.length; i += 17) {
            double[] more = numbers.clone();
            double[] less = numbers.clone();
            more[i] += 1e-5;
            less[i] -= 1e-5;
            double slope = (product(weights, definition(more)) - product(weights, definition(less))) / 2e-5;
            assertThat(ofInput[i]).isCloseTo(slope, within(1e-4));
        }
        double[] output = definition(numbers);
        double[] gamma = HostMemory.toDoubles(parameters.gamma());
        double[] beta = HostMemory.toDoubles(parameters.beta());
        double[] cotangents = HostMemory.toDoubles(weights);
        double[] ofGamma = new double[CHANNELS];
        double[] ofBeta = new double[CHANNELS];
        for (int i = 0; i < output.length; i++) {
            int c = i % CHANNELS;
            ofBeta[c] += cotangents[i];
            ofGamma[c] += cotangents[i] * (output[i] - beta[c]) / gamma[c];
        }
        assertThat(HostMemory.toDoubles(gradient.beta())).containsExactly(ofBeta, within(1e-4));
        assertThat(HostMemory.toDoubles(gradient.gamma())).containsExactly(ofGamma, within(1e-4));
    }

    @Test
    void runningStatisticsFollowThoseOfTheBatches() {
        BatchNormalization.Statistics running =
                new BatchNormalization.Statistics(scope.array(CHANNELS), scope.array(CHANNELS));
        running.mean().assign(0.5);
        running.variance().assign(2);

        normalization.forward(y, scratch).run();
        normalization.track(running, 0.9).run();

        double[][] statistics = statistics(HostMemory.toDoubles(x));
        double[] mean = HostMemory.toDoubles(running.mean());
        double[] variance = HostMemory.toDoubles(running.variance());
        for (int c = 0; c < CHANNELS; c++) {
            assertThat(mean[c]).isCloseTo(0.9 * 0.5 + 0.1 * statistics[0][c], within(TOLERANCE));
            assertThat(variance[c]).isCloseTo(0.9 * 2 + 0.1 * statistics[1][c], within(TOLERANCE));
        }
    }

    @Test
    void frozenItNormalisesWithGivenStatistics() {
        double[][] statistics = statistics(HostMemory.toDoubles(x));
        BatchNormalization.Statistics given =
                new BatchNormalization.Statistics(scope.array(CHANNELS), scope.array(CHANNELS));
        HostMemory.write(statistics[0], given.mean());
        HostMemory.write(statistics[1], given.variance());

        normalization.frozenForward(given, y).run();

        assertThat(HostMemory.toDoubles(y)).containsExactly(definition(HostMemory.toDoubles(x)), within(TOLERANCE));
    }

    private double[] definition(double[] numbers) {
        double[][] statistics = statistics(numbers);
        double[] gamma = HostMemory.toDoubles(parameters.gamma());
        double[] beta = HostMemory.toDoubles(parameters.beta());
        double[] result = new double[numbers.length];
        for (int i = 0; i < result.length; i++) {
            int c = i % CHANNELS;
            result[i] = gamma[c] * (numbers[i] - statistics[0][c]) / Math.sqrt(statistics[1][c] + EPSILON) + beta[c];
        }
        return result;
    }

    private static double[][] statistics(double[] numbers) {
        double[][] statistics = new double[2][CHANNELS];
        for (int i = 0; i < numbers.length; i++) {
            statistics[0][i % CHANNELS] += numbers[i] / PIXELS;
        }
        for (int i = 0; i < numbers.length; i++) {
            double difference = numbers[i] - statistics[0][i % CHANNELS];
            statistics[1][i % CHANNELS] += difference * difference / PIXELS;
        }
        return statistics;
    }

    private static double product(INDArray weights, double[] numbers) {
        double sum = 0;
        double[] factors = HostMemory.toDoubles(weights);
        for (int i = 0; i < numbers.length; i++) {
            sum += factors[i] * numbers[i];
        }
        return sum;
    }
}

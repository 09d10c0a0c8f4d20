package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class CovarianceTest extends DescriptorContract {
    @Override
    protected Descriptor descriptor() {
        return new Covariance();
    }

    @Test
    void isTheMeanAndTheMeanProductOfDeviations() {
        assertThat(covariance(new float[] {1, 20, 3, 10}))
                .containsExactly(new double[] {2, 15, 1, -5, -5, 25}, within(1e-5));
    }

    @Test
    void isInvariantToPixelPermutation() {
        assertThat(covariance(new float[] {3, 10, 1, 20}))
                .containsExactly(covariance(new float[] {1, 20, 3, 10}), within(1e-5));
    }

    /** Covariances of the same axes: deviations are averaged along each, as the geodesic of one-dimensional Gaussians does. */
    @Test
    void meanOfCommutingGaussiansAveragesTheirDeviations() {
        double[] mean = mean(0.25, new double[] {1, -2, 4, 0, 0, 9}, new double[] {5, 2, 1, 0, 0, 0.25});

        double[] deviations = {0.25 * 2 + 0.75 * 1, 0.25 * 3 + 0.75 * 0.5};
        assertThat(mean)
                .containsExactly(
                        new double[] {4, 1, deviations[0] * deviations[0], 0, 0, deviations[1] * deviations[1]},
                        within(1e-4));
    }

    /** Turned by 45 degrees, so that no axis is a channel's: variances 9 and 1 along the diagonals, and 1 and 1. */
    @Test
    void meanOfCommutingGaussiansDoesNotDependOnTheAxes() {
        double[] mean = mean(0.5, new double[] {0, 0, 5, 4, 4, 5}, new double[] {0, 0, 1, 0, 0, 1});

        assertThat(mean).containsExactly(new double[] {0, 0, 2.5, 1.5, 1.5, 2.5}, within(1e-4));
    }

    /** Of two Gaussians there is a closed form: S carried by (1-t) I + t A with A the transport map of S to T. */
    @Test
    void meanOfTwoGaussiansLiesWhereTransportMeetsIt() {
        double[][] s = {{2, 0.6}, {0.6, 1}};
        double[][] t = {{1, -0.4}, {-0.4, 3}};
        double[][] map = GaussianTransport.between(s, t, 1e-12).map();
        double[][] way = {{0.4 + 0.6 * map[0][0], 0.6 * map[0][1]}, {0.6 * map[1][0], 0.4 + 0.6 * map[1][1]}};
        double[][] carried = times(times(way, s), way);

        double[] mean = mean(0.4, new double[] {0, 0, 2, 0.6, 0.6, 1}, new double[] {0, 0, 1, -0.4, -0.4, 3});

        assertThat(mean)
                .containsExactly(
                        new double[] {0, 0, carried[0][0], carried[0][1], carried[1][0], carried[1][1]}, within(1e-4));
    }

    @Test
    void meanOfGaussiansThatDoNotVaryIsOneThatDoesNot() {
        assertThat(mean(0.5, new double[] {1, 2, 0, 0, 0, 0}, new double[] {3, 2, 0, 0, 0, 0}))
                .containsExactly(new double[] {2, 2, 0, 0, 0, 0}, within(1e-6));
    }

    private static double[] mean(double weight, double[] one, double[] other) {
        try (TensorScope scope = new TensorScope()) {
            List<INDArray> statistics = List.of(tensor(one, scope), tensor(other, scope));
            return HostMemory.toDoubles(new Covariance().mean(statistics, List.of(weight, 1 - weight), scope));
        }
    }

    private static INDArray tensor(double[] numbers, TensorScope scope) {
        float[] narrowed = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            narrowed[i] = (float) numbers[i];
        }
        return scope.of(narrowed, 3, 2);
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[2][2];
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
            }
        }
        return product;
    }

    /** Of two pixels with two channels. */
    private static double[] covariance(float[] values) {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(values, 1, 1, 2, 2);
            return HostMemory.toDoubles(new Covariance().ofLayer(map, scope).value());
        }
    }
}

package lichen.descriptor.steerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import lichen.core.check.InvalidValueException;
import lichen.core.diff.Evaluation;
import lichen.core.wave.SpectrumGrid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyramidStatisticsTest {
    @ParameterizedTest
    @CsvSource({"16, 24, 2, 2, 3, 3", "8, 8, 3, 1, 4, 5", "32, 16, 3, 3, 2, 7"})
    void pullsBackTheGradient(int height, int width, int scales, int colours, int orientations, int neighbourhood) {
        SpectrumGrid grid = new SpectrumGrid(height, width);
        PyramidStatistics statistics = new PyramidStatistics(scales, orientations, neighbourhood);
        double[][] planes = planes(colours, grid, 1);
        Evaluation<double[][], double[]> evaluation = statistics.at(planes, grid);
        double[] weights = Planes.random(evaluation.value().length, 7);
        double[][] gradient = evaluation.pullback().apply(weights);

        for (int i = 0; i < 6; i++) {
            double[][] direction = planes(colours, grid, 20 + i);
            double slope = 0;
            for (int c = 0; c < colours; c++) {
                slope += Planes.product(gradient[c], direction[c]);
            }
            double step = 1e-5;
            double difference = Planes.product(
                            weights,
                            statistics.at(moved(planes, direction, step), grid).value())
                    - Planes.product(
                            weights,
                            statistics.at(moved(planes, direction, -step), grid).value());
            assertThat(slope).isCloseTo(difference / (2 * step), within(1e-6 * Math.max(1, Math.abs(slope))));
        }
    }

    private static double[][] planes(int colours, SpectrumGrid grid, long seed) {
        double[][] planes = new double[colours][];
        for (int c = 0; c < colours; c++) {
            planes[c] = Planes.random(grid.pixels(), 100 * seed + c);
        }
        return planes;
    }

    private static double[][] moved(double[][] planes, double[][] direction, double step) {
        double[][] moved = new double[planes.length][];
        for (int c = 0; c < planes.length; c++) {
            moved[c] = planes[c].clone();
            Sums.add(step, direction[c], moved[c], 0, moved[c].length);
        }
        return moved;
    }

    @Test
    void refusesPlanesThatCannotBeHalvedSoOften() {
        PyramidStatistics statistics = new PyramidStatistics(3, 4, 7);
        SpectrumGrid grid = new SpectrumGrid(16, 12);

        assertThatThrownBy(() -> statistics.at(planes(1, grid, 1), grid))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("scales need sides divisible by 8, but they are 12 x 16");
    }

    /** Of Gaussian noise, filters give Gaussian noise: magnitudes have Rayleigh's distribution, and scales no common phase. */
    @Test
    void knowNoiseByItsMagnitudes() {
        SpectrumGrid grid = new SpectrumGrid(128, 128);
        Random random = new Random(5);
        double[] noise =
                random.doubles(grid.pixels()).map(x -> random.nextGaussian()).toArray();

        double[] numbers =
                new PyramidStatistics(2, 4, 1).at(new double[][] {noise}, grid).value();

        // four of the pixels, the highpass, three of the lowpass; then 16 + 32 correlations with the coarser scale
        double few = 3 / Math.sqrt(grid.pixels() / 10.0); // three standard errors, a pixel in ten being independent
        assertThat(numbers[6]).as("skewness").isCloseTo(0, within(2 * few));
        assertThat(numbers[7]).as("kurtosis").isCloseTo(3, within(5 * few));
        for (int i = 8; i < 8 + 48; i++) {
            assertThat(numbers[i]).as("correlation of scales").isCloseTo(0, within(2 * few));
        }
        for (int k = 0; k < 4; k++) {
            double mean = numbers[56 + 2 * k];
            double deviation = numbers[57 + 2 * k];
            assertThat(deviation / mean).as("Rayleigh's ratio").isCloseTo(Math.sqrt(4 / Math.PI - 1), within(few));
        }
    }
}

package lichen.descriptor.steerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.check.InvalidValueException;
import lichen.core.diff.Evaluation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PyramidStatisticsTest {
    @ParameterizedTest
    @CsvSource({"16, 24, 2, 2, 3, 3", "8, 8, 3, 1, 4, 5", "32, 16, 3, 3, 2, 7"})
    void pullsBackTheGradient(int height, int width, int scales, int colours, int orientations, int neighbourhood) {
        Grid grid = new Grid(height, width);
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

    private static double[][] planes(int colours, Grid grid, long seed) {
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
            Sums.add(step, direction[c], 0, moved[c], 0, moved[c].length);
        }
        return moved;
    }

    @Test
    void refusesPlanesThatCannotBeHalvedSoOften() {
        PyramidStatistics statistics = new PyramidStatistics(3, 4, 7);
        Grid grid = new Grid(16, 12);

        assertThatThrownBy(() -> statistics.at(planes(1, grid, 1), grid))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("12 x 16");
    }
}

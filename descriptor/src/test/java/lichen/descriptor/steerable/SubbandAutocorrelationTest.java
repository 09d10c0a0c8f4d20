package lichen.descriptor.steerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.wave.SpectrumGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubbandAutocorrelationTest {
    private static final double ROUNDING = 1e-13;

    @ParameterizedTest
    @CsvSource({"7, 9, 5", "4, 8, 7", "1, 2, 9", "3, 3, 1"})
    void isTheMeanProductOfDisplacedPixels(int height, int width, int neighbourhood) {
        SpectrumGrid grid = new SpectrumGrid(height, width);
        double[] plane = Planes.random(grid.pixels(), 1);
        SubbandAutocorrelation autocorrelation = new SubbandAutocorrelation(grid, neighbourhood);

        double[] products = autocorrelation.of(plane);

        assertThat(products).hasSize(autocorrelation.length());
        int reach = neighbourhood / 2;
        int index = 0;
        for (int dy = 0; dy <= reach; dy++) {
            for (int dx = dy == 0 ? 0 : -reach; dx <= reach; dx++) {
                assertThat(products[index++]).isCloseTo(naive(plane, grid, dx, dy), within(ROUNDING));
            }
        }
    }

    private static double naive(double[] plane, SpectrumGrid grid, int dx, int dy) {
        double sum = 0;
        for (int row = 0; row < grid.height(); row++) {
            for (int column = 0; column < grid.width(); column++) {
                int y = Math.floorMod(row + dy, grid.height());
                int x = Math.floorMod(column + dx, grid.width());
                sum += plane[row * grid.width() + column] * plane[y * grid.width() + x];
            }
        }
        return sum / plane.length;
    }
}

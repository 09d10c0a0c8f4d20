package lichen.descriptor.steerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.wave.SpectrumGrid;
import org.junit.jupiter.api.Test;

class PlaneStatisticsTest {
    /** The ridge shifts what it is added to by less. */
    private static final double RIDGE = 1e-5;

    private final SpectrumGrid grid = new SpectrumGrid(24, 16);

    @Test
    void areThoseOfAWave() {
        double[] wave = Planes.wave(grid, 2, 3, 0.6);

        double[] numbers = new PlaneStatistics(true, true, new SubbandAutocorrelation(grid, 3)).of(0.25, wave);

        // at (1,0), (-1,1), (0,1) and (1,1), a quarter of a period being 2 columns and 2 rows
        double quarter = Math.PI / 4;
        double[] expected = {
            2.5, 6 / Math.sqrt(2), 0, 1.5, Math.cos(quarter), 1, Math.cos(quarter), Math.cos(2 * quarter)
        };
        assertThat(numbers).containsExactly(expected, within(RIDGE));
    }

    @Test
    void seeWhichSideIsRarer() {
        double[] spots = new double[grid.pixels()];
        for (int i = 0; i < spots.length; i += 4) {
            spots[i] = 1;
        }
        Sums.centre(spots);

        double[] numbers = new PlaneStatistics(false, true, new SubbandAutocorrelation(grid, 1)).of(0.25, spots);

        // Bernoulli's distribution with p = 1/4
        double variance = 3.0 / 16;
        double[] expected = {10 * Math.sqrt(variance), 0.5 / Math.sqrt(variance), 3 + (1 - 6 * variance) / variance};
        assertThat(numbers).containsExactly(expected, within(1e-4 * Math.abs(expected[2])));
    }

    @Test
    void areZerosForAConstantPlane() {
        double[] numbers = new PlaneStatistics(true, true, new SubbandAutocorrelation(grid, 3))
                .of(0.25, new double[grid.pixels()]);

        assertThat(numbers).containsExactly(new double[] {2.5, 0, 0, 0, 0, 0, 0, 0}, within(1e-2));
    }
}

package lichen.app.experiment.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lichen.app.experiment.embedding.Points;
import org.junit.jupiter.api.Test;

class PrincipalSpreadTest {
    /** Mean (3, 1); along x the variance is 8, along y 0.5. */
    private static final double[] CROSS = {-1, 1, 7, 1, 3, 0, 3, 2};

    @Test
    void aPointLiesSoManyDeviationsFromTheMeanAlongEachDirection() {
        PrincipalSpread spread = PrincipalSpread.of(Points.of(4, 2, CROSS), 2);

        assertThat(point(spread, 0, 0)).containsExactly(new double[] {3, 1}, within(1e-12));
        assertThat(point(spread, 1, 0)).containsExactly(new double[] {3 + Math.sqrt(8), 1}, within(1e-12));
        assertThat(point(spread, -0.5, 2))
                .containsExactly(new double[] {3 - 0.5 * Math.sqrt(8), 1 + 2 * Math.sqrt(0.5)}, within(1e-12));
    }

    @Test
    void sharesAddUpToOneWhereverThePointLies() {
        List<Double> shift = PrincipalSpread.of(Points.of(4, 2, CROSS), 2).shift(new double[] {3, -2});

        assertThat(shift.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(0, within(1e-12));
        assertThat(shift).anyMatch(share -> share < -0.25);
    }

    @Test
    void directionsAlongWhichNothingVariesCountForNothing() {
        PrincipalSpread line = PrincipalSpread.of(Points.of(2, 3, new double[] {-1, 0, 0, 1, 0, 0}), 3);

        assertThat(line.shift(new double[] {1, 5, 5}))
                .containsExactly(line.shift(new double[] {1, 0, 0}).toArray(Double[]::new));
        assertThat(line.shift(new double[] {1, 0, 0}).get(1)).isCloseTo(0.5, within(1e-12));
    }

    private static double[] point(PrincipalSpread spread, double... b) {
        List<Double> shift = spread.shift(b);
        double[] point = new double[2];
        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < 2; i++) {
                point[i] += (0.25 + shift.get(k)) * CROSS[2 * k + i];
            }
        }
        return point;
    }
}

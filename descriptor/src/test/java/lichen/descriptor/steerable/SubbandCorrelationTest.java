package lichen.descriptor.steerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SubbandCorrelationTest {
    /** More pixels than one chunk has, and not a multiple of it. */
    private static final int PIXELS = 2500;

    @Test
    void isTheMeanProductOverBothLengths() {
        double[][] a = {Planes.random(PIXELS, 1), Planes.random(PIXELS, 2)};
        double[][] b = {a[1], Planes.times(a[0].clone(), -3), Planes.random(PIXELS, 3), a[0], a[1]};

        SubbandCorrelation correlation = new SubbandCorrelation(a, b);

        assertThat(correlation.at(0, 1)).isCloseTo(-1, within(1e-6));
        assertThat(correlation.at(0, 3)).isCloseTo(1, within(1e-6));
        assertThat(correlation.at(1, 2))
                .isCloseTo(
                        Planes.product(a[1], b[2]) / Math.sqrt(Planes.product(a[1], a[1]) * Planes.product(b[2], b[2])),
                        within(1e-6));
    }

    @Test
    void isZeroWhereAPlaneIs() {
        double[][] zero = {new double[PIXELS]};

        assertThat(new SubbandCorrelation(zero, new double[][] {Planes.random(PIXELS, 1)}).at(0, 0))
                .isZero();
    }

    @Test
    void isTheSameEachTimeHoweverManyThreadsWork() {
        double[][] a = {Planes.random(PIXELS, 1), Planes.random(PIXELS, 2)};
        double first = new SubbandCorrelation(a, a).at(0, 1);

        for (int i = 0; i < 20; i++) {
            assertThat(new SubbandCorrelation(a, a).at(0, 1)).isEqualTo(first);
        }
    }
}

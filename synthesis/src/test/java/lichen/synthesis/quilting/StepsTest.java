package lichen.synthesis.quilting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepsTest {
    @Test
    void overlapEvenlyAndCoverASide() {
        for (int side = 1; side < 60; side++) {
            Steps steps = Steps.covering(side, 8, 3);
            assertThat(steps.length()).isBetween(side, Math.max(8, side + 4));
            assertThat(steps.before(0)).isZero();
            for (int i = 1; i < steps.count(); i++) {
                assertThat(steps.before(i)).isEqualTo(3);
            }
        }
    }

    @Test
    void overlapAllAroundACircleWithTheirNeighboursOnly() {
        for (int side = 8; side < 60; side++) {
            for (int overlap = 1; overlap <= 4; overlap++) {
                Steps steps = Steps.around(side, 8, overlap);
                int last = steps.count() - 1;
                assertThat(steps.length()).isEqualTo(side);
                assertThat(steps.count()).isGreaterThanOrEqualTo(2);
                assertThat(steps.after(last)).isPositive();
                for (int i = 1; i < steps.count(); i++) {
                    assertThat(steps.before(i)).isPositive();
                    assertThat(steps.before(i) + steps.after(i))
                            .as("block %d of %d around %d", i, steps.count(), side)
                            .isLessThanOrEqualTo(8);
                }
            }
        }
    }
}

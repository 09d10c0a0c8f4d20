package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every schedule has to keep to. */
public abstract class ScheduleContract {
    private static final long LAST = 2_000_000;

    /** The schedule to test. */
    protected abstract Schedule schedule();

    @Test
    void beginsWithTheWholeRate() {
        assertThat(schedule().factor(0)).isEqualTo(1);
    }

    @Test
    void staysAboveZeroAndAtMostOne() {
        for (long step = 0; step < LAST; step += 9973) {
            assertThat(schedule().factor(step)).isGreaterThan(0).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void givesTheSameEachTime() {
        assertThat(schedule().factor(12345)).isEqualTo(schedule().factor(12345));
    }
}

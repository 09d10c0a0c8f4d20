package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialRateTest extends ScheduleContract {
    @Override
    protected Schedule schedule() {
        return new ExponentialRate(1000);
    }

    @Test
    void halvesWithEachHalfLife() {
        assertThat(schedule().factor(1000)).isEqualTo(0.5);
        assertThat(schedule().factor(3000)).isEqualTo(0.125);
        assertThat(schedule().factor(500)).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void refusesAHalfLifeOfZero() {
        assertThatThrownBy(() -> new ExponentialRate(0)).hasMessage("halfLife must be greater than 0, but is 0.0");
    }
}

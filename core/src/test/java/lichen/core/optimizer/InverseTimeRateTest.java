package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InverseTimeRateTest extends ScheduleContract {
    @Override
    protected Schedule schedule() {
        return new InverseTimeRate(0.01);
    }

    @Test
    void fallsToTheHalfAfterOneOverTheDecay() {
        assertThat(schedule().factor(100)).isEqualTo(0.5);
        assertThat(schedule().factor(300)).isEqualTo(0.25);
    }

    @Test
    void refusesToStandStill() {
        assertThatThrownBy(() -> new InverseTimeRate(0)).hasMessage("decay must be greater than 0, but is 0.0");
    }
}

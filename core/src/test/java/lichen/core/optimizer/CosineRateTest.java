package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineRateTest extends ScheduleContract {
    @Override
    protected Schedule schedule() {
        return new CosineRate(1000, 0.1);
    }

    @Test
    void isHalfwayInTheMiddleAndStaysAtItsEnd() {
        assertThat(schedule().factor(500)).isCloseTo(0.55, within(1e-12));
        assertThat(schedule().factor(1000)).isCloseTo(0.1, within(1e-12));
        assertThat(schedule().factor(5000)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void refusesARateThatEndsAtZero() {
        assertThatThrownBy(() -> new CosineRate(10, 0)).hasMessage("end must be above 0 and at most 1, but is 0.0");
    }
}

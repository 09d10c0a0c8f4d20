package lichen.core.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstantRateTest extends ScheduleContract {
    @Override
    protected Schedule schedule() {
        return new ConstantRate();
    }

    @Test
    void staysAsItIs() {
        assertThat(schedule().factor(1_000_000)).isEqualTo(1);
    }
}

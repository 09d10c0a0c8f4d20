package lichen.app.quality.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PeriodicPartTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void leavesNoStepAcrossTheBorderOfAPeriodicPart() {
        double[] ramp = new double[64 * 48];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i % 64 / 63.0;
        }

        Plane periodic = PeriodicPart.of(Plane.of(64, 48, ramp));

        assertThat(periodic.mean()).isCloseTo(0.5, within(ROUNDING));
        assertThat(Math.abs(periodic.at(63, 10) - periodic.at(0, 10))).isLessThan(0.1);
    }
}

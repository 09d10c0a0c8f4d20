package lichen.model.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.model.operation.ScaleShift;
import org.junit.jupiter.api.Test;

class InputScalingTest {
    /** Numbers are float32. */
    private static final double ROUNDING = 1e-6;

    @Test
    void takesAwayTheMeanColourOfImagenetAndDividesByItsDeviations() {
        ScaleShift scaling = InputScaling.IMAGENET_RGB.operation().orElseThrow();

        assertThat(0.485 * scaling.scale()[0] + scaling.shift()[0]).isCloseTo(0, within(ROUNDING));
        assertThat((0.456 + 0.224) * scaling.scale()[1] + scaling.shift()[1]).isCloseTo(1, within(ROUNDING));
        assertThat((0.406 - 0.225) * scaling.scale()[2] + scaling.shift()[2]).isCloseTo(-1, within(ROUNDING));
    }

    @Test
    void givesNetworksThatScaleTheImageThemselvesItsBytes() {
        ScaleShift scaling = InputScaling.BYTES.operation().orElseThrow();

        assertThat(scaling.scale()).containsExactly(255, 255, 255);
        assertThat(scaling.shift()).containsExactly(0, 0, 0);
    }
}

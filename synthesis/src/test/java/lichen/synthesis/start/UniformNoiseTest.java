package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.Test;

class UniformNoiseTest extends StartImageContract {
    @Override
    protected StartImage start() {
        return new UniformNoise(0, 1);
    }

    @Test
    void drawsEvenly() {
        Moments moments = Moments.of(new UniformNoise(0.2, 0.6).create(context(3)));

        double deviation = 0.4 / Math.sqrt(12);
        assertThat(moments.mean()).isCloseTo(0.4, within(Moments.ERRORS * deviation / Math.sqrt(NUMBERS)));
        assertThat(moments.deviation()).isCloseTo(deviation, within(1e-3));
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatThrownBy(() -> new UniformNoise(0.5, 0.5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("high must be greater than low, 0.5, but is 0.5");
    }
}

package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class GaussianNoiseTest extends StartImageContract {
    /** So wide that many numbers have to be forced into the range. */
    @Override
    protected StartImage start() {
        return new GaussianNoise(0.5, 0.6);
    }

    @Test
    void drawsFromABellCurve() {
        Image image = new GaussianNoise(0.4, 0.1).create(context(3));
        Moments moments = Moments.of(image);
        int near = 0;
        for (float value : image.toArray()) {
            near += Math.abs(value - 0.4) < 0.1 ? 1 : 0;
        }

        assertThat(moments.mean()).isCloseTo(0.4, within(Moments.ERRORS * 0.1 / Math.sqrt(NUMBERS)));
        assertThat(moments.deviation()).isCloseTo(0.1, within(2e-3));
        // 68.27 % of a normal distribution lie within one deviation.
        assertThat((double) near / NUMBERS).isCloseTo(0.6827, within(0.01));
    }

    @Test
    void refusesADeviationOfZero() {
        assertThatThrownBy(() -> new GaussianNoise(0.5, 0)).hasMessageStartingWith("deviation must be");
    }
}

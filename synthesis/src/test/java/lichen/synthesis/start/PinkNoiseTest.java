package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class PinkNoiseTest extends StartImageContract {
    @Override
    protected StartImage start() {
        return new PinkNoise(0.3);
    }

    @Test
    void variesAboutMidGreyByAThirdOfItsDeviation() {
        Moments moments = Moments.of(new PinkNoise(0.01).create(context(3)));

        assertThat(moments.mean()).isCloseTo(0.5, within(0.005));
        assertThat(moments.deviation()).isBetween(0.002, 0.005);
    }

    @Test
    void hasNeighboursThatAreAlike() {
        Image image = new PinkNoise(0.1).create(context(3));
        double deviation = Moments.of(image).deviation();
        double difference = 0;
        for (int x = 1; x < SIZE.width(); x++) {
            difference += Math.abs(image.at(x, 70, 0) - image.at(x - 1, 70, 0)) / (SIZE.width() - 1);
        }

        assertThat(difference).isLessThan(deviation);
    }

    @Test
    void refusesADeviationOfZero() {
        assertThatThrownBy(() -> new PinkNoise(0)).hasMessageStartingWith("deviation must be");
    }
}

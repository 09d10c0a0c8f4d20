package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class MeanColourTest extends StartImageContract {
    @Override
    protected StartImage start() {
        return new MeanColour(0.05);
    }

    @Test
    void keepsToTheMeanColourButForItsNoise() {
        Image image = new MeanColour(0.05).create(context(3));
        double[] mean = image.meanColour();
        double[] expected = {0.3, 0.5, 0.95};
        for (int i = 0; i < 3; i++) {
            assertThat(mean[i]).isCloseTo(expected[i], within(Moments.ERRORS * 0.03 / Math.sqrt(NUMBERS / 3.0)));
            assertThat((double) image.at(7, 11, i)).isBetween(expected[i] - 0.050001, expected[i] + 0.050001);
        }
    }

    @Test
    void isTheVeryMeanColourWithoutNoise() {
        Image image = new MeanColour(0).create(context(3));

        assertThat(image.at(100, 100, 0)).isCloseTo(0.3f, within(1e-6f));
    }

    @Test
    void refusesNegativeNoise() {
        assertThatThrownBy(() -> new MeanColour(-0.1)).hasMessageStartingWith("noise must be");
    }
}

package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class AutocorrelationDistanceTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new AutocorrelationDistance(16);
    }

    /** A blur of 3 x 3 changes this texture less than another part does. */
    @Override
    protected boolean seesBlur() {
        return false;
    }

    @Test
    void isThatOfStripesAgainstStripesAcross() {
        // cos(2 pi dx / 8) against cos(2 pi dy / 8): the mean square of the difference over shifts of -8 to 8.
        double sum = 0;
        for (int dy = -8; dy <= 8; dy++) {
            for (int dx = -8; dx <= 8; dx++) {
                sum += Math.pow(Math.cos(Math.PI * dx / 4) - Math.cos(Math.PI * dy / 4), 2);
            }
        }

        double measured = between(new AutocorrelationDistance(8), stripes(true), stripes(false));

        assertThat(measured).isCloseTo(Math.sqrt(sum / 289), within(0.02));
    }

    @Test
    void isInvariantToBrightnessAndContrast() {
        float[] darker = SampleTexture.part(0).toArray();
        for (int i = 0; i < darker.length; i++) {
            darker[i] = 0.1f + darker[i] / 2;
        }

        assertThat(between(Image.of(64, 64, darker), SampleTexture.part(0))).isCloseTo(0, within(1e-5));
    }

    private static Image stripes(boolean across) {
        float[] rgb = new float[128 * 128 * 3];
        for (int i = 0; i < rgb.length; i++) {
            int place = across ? i / 3 % 128 : i / 3 / 128;
            rgb[i] = (float) (0.5 + 0.4 * Math.cos(Math.PI * place / 4));
        }
        return Image.of(128, 128, rgb);
    }
}

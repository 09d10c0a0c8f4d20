package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class SeamTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Seam();
    }

    @Test
    void isNearOneForAWaveThatFitsAndForNoise() {
        assertThat(between(wave(4), wave(4))).isCloseTo(1, within(0.01));
        assertThat(between(SampleTexture.part(0), SampleTexture.part(0))).isBetween(0.5, 3.0);
    }

    @Test
    void isTheWidthLessOneForARamp() {
        // Steps of 1/63 inside, one of 1 across the edge, nothing downwards.
        float[] rgb = new float[64 * 64 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i / 3 % 64 / 63f;
        }
        Image ramp = Image.of(64, 64, rgb);

        assertThat(between(ramp, ramp)).isCloseTo((63 + 1) / 2.0, within(1e-3));
    }

    @Test
    void isOneForAnEvenImage() {
        assertThat(between(SampleTexture.even(32, 0.3f), SampleTexture.part(0))).isEqualTo(1);
    }

    private static Image wave(int periods) {
        float[] rgb = new float[64 * 64 * 3];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / 3;
            double phase = 2 * Math.PI * periods * (pixel % 64 + pixel / 64 + 0.5) / 64;
            rgb[i] = (float) (0.5 + 0.4 * Math.sin(phase));
        }
        return Image.of(64, 64, rgb);
    }
}

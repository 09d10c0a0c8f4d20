package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class RepetitionTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Repetition();
    }

    @Test
    void isNearOneForAnImageOfCopiesAndNearZeroForAnotherPart() {
        Image tile = SampleTexture.part(0).crop(new Crop(0, 0, 20, 20));
        float[] rgb = new float[64 * 64 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = tile.at(i / 3 % 64 % 20, i / 3 / 64 % 20, i % 3);
        }

        assertThat(between(Image.of(64, 64, rgb), SampleTexture.part(0))).isGreaterThan(0.5);
        assertThat(between(SampleTexture.part(1), SampleTexture.part(0))).isCloseTo(0, within(0.2));
        assertThat(between(SampleTexture.part(0), SampleTexture.part(0))).isZero();
    }
}

package lichen.app.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class DiversityTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Diversity();
    }

    @Test
    void isZeroForAnImageThatIsMovedAround() {
        float[] rgb = SampleTexture.part(0).toArray();
        float[] moved = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            moved[(i + 10 * 64 * 3) % rgb.length] = rgb[i];
        }

        assertThat(between(Image.of(64, 64, moved), SampleTexture.part(0))).isCloseTo(0, within(1e-6));
    }

    @Test
    void isLargeForOtherPartsOfATexture() {
        assertThat(between(SampleTexture.part(1), SampleTexture.part(0))).isBetween(0.5, 1.0);
    }
}

package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class DiversityTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Diversity();
    }

    @Test
    void isZeroForAnImageThatIsMovedAround() {
        Image image = SampleTexture.part(0);
        Image odd = image.crop(new Crop(0, 0, 63, 61));

        assertThat(between(SampleTexture.moved(image, 0, 10), image)).isCloseTo(0, within(1e-6));
        assertThat(between(SampleTexture.moved(image, 1, 3), image)).isCloseTo(0, within(1e-6));
        assertThat(between(SampleTexture.moved(odd, 30, 31), odd)).isCloseTo(0, within(1e-6));
    }

    @Test
    void isLargeForOtherPartsOfATexture() {
        assertThat(between(SampleTexture.part(1), SampleTexture.part(0))).isBetween(0.5, 1.0);
    }
}

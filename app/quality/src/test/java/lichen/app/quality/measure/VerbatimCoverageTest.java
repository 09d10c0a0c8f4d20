package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class VerbatimCoverageTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new VerbatimCoverage(32);
    }

    @Test
    void isOneForACopyAndZeroForAnotherPart() {
        assertThat(between(SampleTexture.part(4), SampleTexture.photograph())).isGreaterThan(0.98);
        assertThat(between(SampleTexture.part(0), SampleTexture.part(4))).isZero();
    }

    @Test
    void isTheShareOfALargePiece() {
        // 64 x 48 of 64 x 64 pixels are taken over.
        float[] rgb = SampleTexture.part(0).toArray();
        System.arraycopy(SampleTexture.part(4).toArray(), 0, rgb, 0, 64 * 48 * 3);

        assertThat(between(Image.of(64, 64, rgb), SampleTexture.part(4))).isCloseTo(0.75, within(0.05));
    }
}

package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.app.quality.plane.Plane;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class LbpTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Lbp();
    }

    @Test
    void isOneWhereNoPatternIsShared() {
        assertThat(Lbp.divergence(new double[] {1, 0, 0}, new double[] {0, 0.5, 0.5}))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void countsAnEvenImageAsPatternsWithoutDarkerSamples() {
        double[] histogram = Circle.of(2, 16).histogram(Plane.luminance(SampleTexture.even(16, 0.37f)));

        assertThat(histogram[16]).isEqualTo(1);
        assertThat(histogram).hasSize(18);
    }

    @Test
    void isInvariantToAQuarterTurn() {
        Image image = SampleTexture.part(0);
        float[] turned = new float[64 * 64 * 3];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = image.at(63 - i / 3 / 64, i / 3 % 64, i % 3);
        }

        assertThat(between(Image.of(64, 64, turned), image)).isCloseTo(0, within(1e-3));
    }
}

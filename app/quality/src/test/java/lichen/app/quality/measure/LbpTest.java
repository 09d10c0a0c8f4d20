package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.app.quality.StatisticGauge;
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
    void findsInAnImageOfTwoHalvesTheMeanOfWhatItFindsInEach() throws Exception {
        Image one = SampleTexture.part(0);
        Image other = SampleTexture.even(64, 0.5f);
        float[] rgb = new float[128 * 64 * 3];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % 128;
            int y = i / 3 / 128;
            rgb[i] = x < 64 ? one.at(x, y, i % 3) : other.at(x - 64, y, i % 3);
        }
        try (Gauge gauge = measure().open()) {
            StatisticGauge patterns = (StatisticGauge) gauge;
            double[] halves =
                    StatisticGauge.mean(List.of(patterns.statistic(one), patterns.statistic(other)), List.of(0.5, 0.5));

            double miss = patterns.between(patterns.statistic(Image.of(128, 64, rgb)), halves);
            assertThat(miss).isLessThan(0.1 * patterns.measure(one, other));
        }
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

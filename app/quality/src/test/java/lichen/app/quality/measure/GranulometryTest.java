package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class GranulometryTest extends MeasureContract {
    private static final double ROUNDING = 0.5 / 255;

    @Override
    protected Measure measure() {
        return new Granulometry();
    }

    /** Squares of 5 x 5 fall through the sieves of 9 and 17 pixels, not through those of 3 and 5; lines of 3 through all but one. */
    @Test
    void isTheDifferenceOfWhatSievesHoldBack() {
        double squares = 0.5 * 25 / 1024;
        double lines = 0.5 * 3 / 32;
        double finest = Math.log(1);
        double finer = Math.log((lines + ROUNDING) / ROUNDING);
        double coarse = Math.log((lines + ROUNDING) / (squares + ROUNDING));

        assertThat(between(lines(3), squares(5))).isCloseTo((finest + finer + 2 * coarse) / 8, within(1e-5));
    }

    @Test
    void tellsDarkThingsFromBrightOnesOfTheSameSpectrum() {
        Image image = SampleTexture.part(0);
        float[] inverted = image.toArray();
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = 1 - inverted[i];
        }

        assertThat(between(Image.of(64, 64, inverted), image)).isGreaterThan(3 * between(SampleTexture.part(1), image));
        assertThat(between(new SpectrumDistance(), Image.of(64, 64, inverted), image))
                .isCloseTo(0, within(1e-6));
    }

    private static Image squares(int side) {
        return image((x, y) -> x >= 14 && x < 14 + side && y >= 12 && y < 12 + side);
    }

    private static Image lines(int width) {
        return image((x, y) -> x >= 14 && x < 14 + width);
    }

    private interface Shape {
        boolean covers(int x, int y);
    }

    private static Image image(Shape shape) {
        float[] rgb = new float[32 * 32 * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            rgb[i] = shape.covers(pixel % 32, pixel / 32) ? 0.75f : 0.25f;
        }
        return Image.of(32, 32, rgb);
    }
}

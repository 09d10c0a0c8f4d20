package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class ColourTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Colour(16);
    }

    /** A mean of 3 x 3 leaves the colours of large discs as they are. */
    @Override
    protected boolean seesBlur() {
        return false;
    }

    @Test
    void isTheShiftOfEvenImagesByChannelAndHalfOfItAlongADirection() {
        // The mean of |u_1| over the sphere is 1/2; of a shift of all channels by s it is s sqrt(3) / 2.
        double shift = 0.25;

        double measured = between(new Colour(4000), SampleTexture.even(16, 0.5f), SampleTexture.even(16, 0.75f));

        assertThat(measured).isCloseTo((shift + shift * Math.sqrt(3) / 2) / 2, within(0.005));
    }

    @Test
    void isInvariantToPixelPermutation() {
        Image image = SampleTexture.part(0);
        float[] rgb = image.toArray();
        float[] reversed = new float[rgb.length];
        for (int pixel = 0; pixel < rgb.length / 3; pixel++) {
            System.arraycopy(rgb, pixel * 3, reversed, rgb.length - 3 - pixel * 3, 3);
        }

        assertThat(between(Image.of(64, 64, reversed), image)).isZero();
    }

    @Test
    void refusesNoDirection() {
        assertThatThrownBy(() -> new Colour(0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at least 1");
    }
}

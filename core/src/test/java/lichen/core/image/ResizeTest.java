package lichen.core.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
    /** The rounding of float32 in two passes. */
    private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

    @ParameterizedTest
    @CsvSource({"7,5", "40,30", "1,1", "33,64", "20,20"})
    void leavesEvenAreasAsTheyAre(int width, int height) {
        float[] even = new float[20 * 20 * 3];
        Arrays.fill(even, .3f);
        Image resized = Resize.fit(Image.of(20, 20, even), new Size(width, height));
        for (float value : resized.toArray()) {
            assertThat(value).isCloseTo(.3f, ROUNDING);
        }
    }

    @Test
    void leavesAnImageOfThatSizeAsItIs() {
        Image image = noise(9, 7);
        assertThat(Resize.fit(image, new Size(9, 7)).toArray()).isEqualTo(image.toArray());
    }

    @ParameterizedTest
    @CsvSource({"64", "32", "300", "97"})
    void keepsARampInPlace(int width) {
        Image ramp = Resize.fit(ramp(128), new Size(width, width));
        // Away from the borders; there the ramp has no neighbours to go on with.
        for (int x = width / 8; x < width - width / 8; x++) {
            double expected = (x + .5) / width;
            assertThat((double) ramp.at(x, width / 2, 0)).isCloseTo(expected, Offset.offset(2e-3));
        }
    }

    @Test
    void keepsTheMean() {
        Image image = noise(96, 96);
        Image small = Resize.fit(image, new Size(24, 24));
        for (int channel = 0; channel < 3; channel++) {
            // The window reaches over the border pixels a little unevenly.
            assertThat(small.meanColour()[channel]).isCloseTo(image.meanColour()[channel], Offset.offset(5e-3));
        }
    }

    @Test
    void foldsNoDetailIntoFalsePatterns() {
        float[] stripes = new float[120 * 120 * 3];
        for (int i = 0; i < stripes.length; i++) {
            stripes[i] = i / 3 % 120 % 2;
        }
        Image small = Resize.fit(Image.of(120, 120, stripes), new Size(50, 50));
        for (int x = 5; x < 45; x++) {
            assertThat(small.at(x, 25, 0)).isCloseTo(.5f, Offset.offset(.02f));
        }
    }

    @Test
    void cutsTheMiddleOutRatherThanDistort() {
        Image wide = Resize.fit(ramp(90), new Size(30, 90));
        assertThat(wide.width()).isEqualTo(30);
        assertThat(wide.at(0, 45, 0)).isCloseTo(30.5f / 90, ROUNDING);
        assertThat(wide.at(29, 45, 0)).isCloseTo(59.5f / 90, ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"12", "24", "9", "31"})
    void doesNotSeeWhereATilingImageBegins(int side) {
        Image image = noise(18, 18);
        Image rolled = rolled(image, 6);

        assertThat(Resize.circular(rolled, new Size(side * 3, side)).toArray())
                .usingComparatorWithPrecision(1e-5f)
                .containsExactly(rolled(Resize.circular(image, new Size(side * 3, side)), side)
                        .toArray());
    }

    /** What was on the left comes so many columns later. */
    private static Image rolled(Image image, int columns) {
        float[] rolled = new float[image.toArray().length];
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    int to = y * image.width() + (x + columns) % image.width();
                    rolled[to * 3 + channel] = image.at(x, y, channel);
                }
            }
        }
        return Image.of(image.width(), image.height(), rolled);
    }

    private static Image ramp(int side) {
        float[] ramp = new float[side * side * 3];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (i / 3 % side + .5f) / side;
        }
        return Image.of(side, side, ramp);
    }

    private static Image noise(int width, int height) {
        Random random = new Random(3);
        float[] noise = new float[width * height * 3];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat();
        }
        return Image.of(width, height, noise);
    }
}

package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import lichen.core.image.Image;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class AppearanceTest {
    private static final int SIDE = 256;

    @Test
    void measuresTheContrastOfLuma() {
        Image halves = columns(x -> x < SIDE / 2 ? 0.2 : 0.6);
        assertThat(Appearance.of(halves).contrast()).isCloseTo(0.2, Offset.offset(1e-6));
    }

    @Test
    void weighsChannelsAsTheEyeDoes() {
        float[] green = new float[SIDE * SIDE * 3];
        for (int i = 0; i < green.length / 2; i++) {
            green[i] = i % 3 == 1 ? 1 : 0;
        }
        // Half the pixels have the luma 0.7152, the others 0.
        assertThat(Appearance.of(Image.of(SIDE, SIDE, green)).contrast()).isCloseTo(0.3576, Offset.offset(1e-6));
    }

    @Test
    void findsNothingInAPatchOfOneColour() {
        assertThat(Appearance.of(Studio.flat(SIDE, SIDE, 0.5f))).isEqualTo(new Appearance(0, 0));
    }

    @Test
    void measuresWhiteNoiseAsTheSumOfTheSquaresOfTheLaplacian() {
        // 4^2 + 4 * 1^2; the estimate from 128 x 128 values is good to a few per cent.
        assertThat(Appearance.of(Studio.noise(SIDE, SIDE, 3)).sharpness()).isCloseTo(20, Percentage.withPercentage(5));
    }

    @Test
    void measuresAWaveByItsEigenvalue() {
        int period = 32;
        Image wave = columns(x -> 0.5 + 0.4 * Math.sin(2 * Math.PI * (x + 0.5) / period));
        // In blocks of two the period is 16: laplace sin(w x) = (2 - 2 cos w) sin(w x).
        double eigenvalue = 2 - 2 * Math.cos(2 * Math.PI / (period / 2.0));
        // Two of 128 columns have no Laplacian, so that the periods are not quite whole.
        assertThat(Appearance.of(wave).sharpness()).isCloseTo(eigenvalue * eigenvalue, Percentage.withPercentage(3));
    }

    @Test
    void isInvariantToExposure() {
        Image bright = columns(x -> 0.1 + 0.8 * (x % 7) / 6.0);
        Image dark = columns(x -> 0.3 + 0.2 * (x % 7) / 6.0);
        assertThat(Appearance.of(dark).sharpness())
                .isCloseTo(Appearance.of(bright).sharpness(), Percentage.withPercentage(0.01));
    }

    /** A picture whose columns are grey, each of one level. */
    private static Image columns(IntToDoubleFunction level) {
        float[] values = new float[SIDE * SIDE * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) level.applyAsDouble(i / 3 % SIDE);
        }
        return Image.of(SIDE, SIDE, values);
    }
}

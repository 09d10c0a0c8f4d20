package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.ImageSource;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StartImageTest {
    private static final Size SIZE = new Size(200, 150);
    private static final int NUMBERS = 200 * 150 * 3;

    /** Means of so many numbers are within this many standard errors, but for one case in two million. */
    private static final double ERRORS = 5;

    private static final Image TARGET = Image.of(2, 1, new float[] {0.2f, 0.5f, 0.9f, 0.4f, 0.5f, 1f});

    static Stream<StartImage> randomStarts() {
        return Stream.of(
                new UniformNoise(0, 1), new UniformNoise(0.3, 0.4), new GaussianNoise(0.5, 0.6), new MeanColour(0.05));
    }

    private static StartContext context(long seed) {
        ImageSource none = (file, size) -> {
            throw new FileNotFoundException(file.name());
        };
        return new StartContext(SIZE, TARGET, new SplittableRandom(seed), none);
    }

    @ParameterizedTest
    @MethodSource("randomStarts")
    void hasTheSizeAskedForAndTheRangeOfAnImage(StartImage start) throws IOException {
        Image image = start.create(context(1));

        assertThat(image.width()).isEqualTo(200);
        assertThat(image.height()).isEqualTo(150);
        for (float value : image.toArray()) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @ParameterizedTest
    @MethodSource("randomStarts")
    void dependsOnTheRandomStreamAlone(StartImage start) throws IOException {
        float[] image = start.create(context(1)).toArray();

        assertThat(start.create(context(1)).toArray()).isEqualTo(image);
        assertThat(start.create(context(2)).toArray()).isNotEqualTo(image);
    }

    @Test
    void drawsUniformNoiseEvenly() {
        double[] moments = moments(new UniformNoise(0.2, 0.6).create(context(3)));

        double deviation = 0.4 / Math.sqrt(12);
        assertThat(moments[0]).isCloseTo(0.4, within(ERRORS * deviation / Math.sqrt(NUMBERS)));
        assertThat(moments[1]).isCloseTo(deviation, within(1e-3));
    }

    @Test
    void drawsGaussianNoiseFromABellCurve() {
        Image image = new GaussianNoise(0.4, 0.1).create(context(3));
        double[] moments = moments(image);
        int near = 0;
        for (float value : image.toArray()) {
            near += Math.abs(value - 0.4) < 0.1 ? 1 : 0;
        }

        assertThat(moments[0]).isCloseTo(0.4, within(ERRORS * 0.1 / Math.sqrt(NUMBERS)));
        assertThat(moments[1]).isCloseTo(0.1, within(2e-3));
        // 68.27 % of a normal distribution lie within one deviation.
        assertThat((double) near / NUMBERS).isCloseTo(0.6827, within(0.01));
    }

    @Test
    void keepsToTheMeanColourButForItsNoise() {
        Image image = new MeanColour(0.05).create(context(3));
        double[] mean = image.meanColour();
        double[] expected = {0.3, 0.5, 0.95};
        for (int i = 0; i < 3; i++) {
            assertThat(mean[i]).isCloseTo(expected[i], within(ERRORS * 0.03 / Math.sqrt(NUMBERS / 3.0)));
            assertThat((double) image.at(7, 11, i)).isBetween(expected[i] - 0.050001, expected[i] + 0.050001);
        }
    }

    @Test
    void isTheVeryMeanColourWithoutNoise() {
        Image image = new MeanColour(0).create(context(3));

        assertThat(image.at(100, 100, 0)).isCloseTo(0.3f, within(1e-6f));
    }

    @Test
    void takesAnImageFromItsSourceInTheSizeAskedFor() throws IOException {
        Image existing = Image.of(1, 1, new float[] {1, 0, 1});
        ImageSource source = (file, size) -> {
            assertThat(file.name()).isEqualTo("bundled:gravel");
            assertThat(size).isEqualTo(SIZE);
            return existing;
        };
        StartContext context = new StartContext(SIZE, TARGET, new SplittableRandom(1), source);

        assertThat(new FromImage(new FileReference("bundled:gravel")).create(context))
                .isSameAs(existing);
    }

    @Test
    void passesOnThatAFileIsMissing() {
        assertThatThrownBy(() -> new FromImage(new FileReference("there-is-none.png")).create(context(1)))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("there-is-none.png");
    }

    @Test
    void refusesKeysOutOfRange() {
        assertThatThrownBy(() -> new UniformNoise(0.5, 0.5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("high must be greater than low, 0.5, but is 0.5");
        assertThatThrownBy(() -> new GaussianNoise(0.5, 0)).hasMessageStartingWith("deviation must be");
        assertThatThrownBy(() -> new MeanColour(-0.1)).hasMessageStartingWith("noise must be");
    }

    private static double[] moments(Image image) {
        double sum = 0;
        double squares = 0;
        for (float value : image.toArray()) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / NUMBERS;
        return new double[] {mean, Math.sqrt(squares / NUMBERS - mean * mean)};
    }
}

package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import lichen.core.image.Image;
import lichen.core.image.ImageSource;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

/** What every start image must do. Extend it, and return the start to be tested. */
public abstract class StartImageContract {
    /** The size that is asked for. */
    protected static final Size SIZE = new Size(200, 150);

    /** The numbers of an image of that size. */
    protected static final int NUMBERS = 200 * 150 * 3;

    /** A target whose mean colour is (0.3, 0.5, 0.95). */
    protected static final Image TARGET = Image.of(2, 1, new float[] {0.2f, 0.5f, 0.9f, 0.4f, 0.5f, 1f});

    /** A source in which every name is an image of one grey, as large as is asked for. */
    private static final ImageSource GREY = (file, size) -> {
        float[] numbers = new float[size.width() * size.height() * 3];
        Arrays.fill(numbers, 0.5f);
        return Image.of(size.width(), size.height(), numbers);
    };

    /** The start to be tested. */
    protected abstract StartImage start();

    /** Whether it draws random numbers. */
    protected boolean drawsNumbers() {
        return true;
    }

    @Test
    void hasTheSizeAskedFor() throws IOException {
        Image image = start().create(context(1));

        assertThat(image.size()).isEqualTo(SIZE);
    }

    @Test
    void staysInTheRangeOfAnImage() throws IOException {
        for (float value : start().create(context(1)).toArray()) {
            assertThat(value).isBetween(0f, 1f);
        }
    }

    @Test
    void isTheSameForTheSameStream() throws IOException {
        assertThat(start().create(context(1)).toArray())
                .containsExactly(start().create(context(1)).toArray());
    }

    @Test
    void isAnotherForAnotherStream() throws IOException {
        assumeThat(drawsNumbers()).as("draws random numbers").isTrue();

        assertThat(start().create(context(1)).toArray())
                .isNotEqualTo(start().create(context(2)).toArray());
    }

    /** What the start is made for and from, with a fresh stream of random numbers. */
    protected static StartContext context(long seed) {
        return context(seed, GREY);
    }

    /** As {@link #context(long)}, with images from a source. */
    protected static StartContext context(long seed, ImageSource images) {
        return new StartContext(SIZE, TARGET, new SplittableRandom(seed), images);
    }
}

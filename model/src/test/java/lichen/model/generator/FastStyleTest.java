package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class FastStyleTest extends GeneratorContract {
    @Override
    protected GeneratorSpec generator() {
        return new FastStyle(3, 1);
    }

    /** Its images are made of pictures, a picture for each number. */
    @Override
    void give(Generation generation, long first) {
        generation.show(LongStream.range(first, first + generation.images())
                .mapToObj(number -> picture(number, generation.size()))
                .toList());
    }

    private static Image picture(long number, Size size) {
        float[] rgb = new float[size.width() * size.height() * Image.CHANNELS];
        RandomGenerator random = STREAMS.stream("picture " + number);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextFloat();
        }
        return Image.of(size.width(), size.height(), rgb);
    }

    /** Pictures do not: it sees them mirrored beyond their border. */
    @Test
    @Override
    void makesImagesThatTile() {
        assertThat(opened().isGivenPicture()).isTrue();
        assertThat(opened().latents()).isEmpty();
    }

    private static Generator opened() {
        return Generator.of(new FastStyle(3, 1).graph(STREAMS.stream("network")));
    }

    @Test
    void hasPicturesOfMultiplesOfItsStrideOnly() {
        assertThat(opened().stride()).isEqualTo(4);
        assertThat(opened().nearest(new Size(25, 18))).isEqualTo(new Size(24, 20));
        assertThatThrownBy(() -> opened().requireSize(new Size(24, 18)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must be a multiple of 4");
    }
}

package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FastStyleTest {
    private static final RandomStreams STREAMS = new RandomStreams(5);

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    private static Generator generator() {
        return Generator.of(new FastStyle(3, 1).graph(STREAMS.stream("network")));
    }

    private static Image picture(int seed) {
        float[] rgb = new float[24 * 16 * Image.CHANNELS];
        var random = STREAMS.stream("picture " + seed);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextFloat();
        }
        return Image.of(24, 16, rgb);
    }

    @Test
    void makesAPictureOfTheExtentsOfItsContent() {
        Generator generator = generator();
        assertThat(generator.isGivenPicture()).isTrue();
        assertThat(generator.stride()).isEqualTo(4);
        try (TensorScope scope = new TensorScope()) {
            Generation generation = Generation.of(generator, 1, new Size(24, 16), scope);
            generation.show(List.of(picture(1)));
            Image one = generation.images(STREAMS, 0).get(0);
            generation.show(List.of(picture(2)));
            Image other = generation.images(STREAMS, 0).get(0);

            assertThat(one.size()).isEqualTo(new Size(24, 16));
            assertThat(one.toArray()).isNotEqualTo(other.toArray());
        }
    }

    @Test
    void hasPicturesOfMultiplesOfItsStrideOnly() {
        assertThatThrownBy(() -> generator().requireSize(new Size(24, 18)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must be a multiple of 4");
    }

    @Test
    void itsGradientsAgreeWithCentralDifferences() {
        try (TensorScope scope = new TensorScope()) {
            GeneratorContract.assertGradients(
                    generator(),
                    new Size(24, 16),
                    generation -> generation.show(List.of(picture(1), picture(2))),
                    scope);
        }
    }
}

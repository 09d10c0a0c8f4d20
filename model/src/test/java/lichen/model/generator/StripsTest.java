package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StripsTest {
    private static final RandomStreams STREAMS = new RandomStreams(5);

    private final TensorScope scope = new TensorScope();

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private static Generator generator(Normalization normalization) {
        return Generator.of(new TextureNetwork(3, 2, 1, normalization)
                .graph(STREAMS.stream("network"))
                .trained());
    }

    /** Two convolutions of 3 x 3 at each scale, in the coarsest a pixel stands for 4: 2 x 4 + 2 x 2 + 2 x 1. */
    @Test
    void aPixelDependsOnTheNoiseThatItsConvolutionsReach() {
        assertThat(generator(Normalization.BATCH).reach()).hasValue(14);
    }

    @Test
    void togetherAreTheImageThatIsMadeAtOnce() {
        for (int rows : List.of(8, 36, 50)) {
            assertTogetherTheWhole(generator(Normalization.BATCH), rows);
            assertTogetherTheWhole(generator(Normalization.PIXEL), rows);
        }
    }

    @Test
    void haveTheVectorsOfTheWholeImage() {
        GeneratorSpec withVectors = new PeriodicGenerator(2, 3, 0, 4, 2, 3, Normalization.BATCH);
        Generator generator =
                Generator.of(withVectors.graph(STREAMS.stream("network")).trained());

        assertThat(generator.vectors()).isNotEmpty();
        assertTogetherTheWhole(generator, 20);
    }

    private void assertTogetherTheWhole(Generator generator, int rows) {
        Size size = new Size(24, 100);
        Image whole =
                Generation.of(generator, 1, size, scope).images(STREAMS, 3).get(0);
        Strips strips = new Strips(generator, size, rows, scope);
        List<Float> together = new ArrayList<>();
        for (int i = 0; i < strips.count(); i++) {
            for (float number : strips.strip(STREAMS, 3, i).toArray()) {
                together.add(number);
            }
        }

        assertThat(strips.count()).isGreaterThan(1);
        assertThat(together).as("strips of %d rows", rows).hasSize(whole.toArray().length);
        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(whole.toArray()[i]);
        }
    }

    @Test
    void noneIsMadeOfWavesWhichAreBoundToTheirPlace() {
        GeneratorSpec withWaves = new PeriodicGenerator(2, 3, 2, 4, 2, 3, Normalization.BATCH);
        Generator generator =
                Generator.of(withWaves.graph(STREAMS.stream("network")).trained());

        assertThat(generator.reach()).isEmpty();
        assertThatThrownBy(() -> new Strips(generator, new Size(16, 64), 8, scope))
                .hasMessageContaining("without periods");
    }

    @Test
    void aSmallImageIsOneStrip() {
        Strips strips = new Strips(generator(Normalization.BATCH), new Size(16, 24), 12, scope);

        assertThat(strips.count()).isEqualTo(1);
        assertThat(strips.strip(STREAMS, 0, 0).size()).isEqualTo(new Size(16, 24));
    }

    @Test
    void noneIsMadeOfAnImageOfWhichEveryPixelDependsOnAllNoise() {
        Generator generator = generator(Normalization.INSTANCE);

        assertThat(generator.reach()).isEmpty();
        assertThatThrownBy(() -> new Strips(generator, new Size(16, 64), 8, scope))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("normalises over the image")
                .hasMessageContaining("\"batch\"");
    }

    @Test
    void noiseOfARowBeginsAlikeInImagesOfAnyWidth() {
        NoiseRows noise = new NoiseRows(STREAMS, 2);
        float[] narrow = noise.of("noise-1", new NoiseRows.Window(3, 1, 8), 6);
        float[] wide = noise.of("noise-1", new NoiseRows.Window(2, 2, 8), 10);

        assertThat(Arrays.copyOfRange(wide, 10, 16)).containsExactly(narrow);
        assertThat(noise.of("noise-1", new NoiseRows.Window(11, 1, 8), 6)).containsExactly(narrow);
    }
}

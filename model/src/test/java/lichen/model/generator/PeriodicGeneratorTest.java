package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PeriodicGeneratorTest {
    private static final RandomStreams STREAMS = new RandomStreams(5);
    private static final PeriodicGenerator ALL = new PeriodicGenerator(2, 3, 2, 4, 2, 3, Normalization.BATCH);

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Nested
    class WithoutWaves extends GeneratorContract {
        @Override
        protected GeneratorSpec generator() {
            return new PeriodicGenerator(3, 2, 0, 4, 2, 3, Normalization.INSTANCE);
        }
    }

    @Nested
    class OfLocalLatentsAlone extends GeneratorContract {
        @Override
        protected GeneratorSpec generator() {
            return new PeriodicGenerator(3, 0, 0, 4, 1, 5, Normalization.BATCH);
        }
    }

    @Nested
    class WithWaves extends GeneratorContract {
        @Override
        protected GeneratorSpec generator() {
            return ALL;
        }

        /** Waves are bound to their place: a turn of their phase moves them round. */
        @Override
        @Test
        void makesImagesThatTile() {
            try (TensorScope scope = new TensorScope()) {
                Generator trained =
                        Generator.of(ALL.graph(STREAMS.stream("network")).trained());
                Generation generation = Generation.of(trained, 1, new Size(16, 16), scope);
                for (String name : List.of("global", "local", "phase")) {
                    generation.program().input(name).assign(0);
                }
                float[] image = HostMemory.toFloats(generation.make().value());
                for (int column = 1; column < 4; column++) {
                    // the first wave goes once round four columns of latents, the second goes down
                    HostMemory.write(
                            new double[] {0.25 * column, 0},
                            generation.program().input("phase"));
                    float[] turned = HostMemory.toFloats(generation.make().value());

                    assertThat(difference(turned, image, column)).isLessThan(1e-4);
                }
            }
        }

        private double difference(float[] turned, float[] image, int move) {
            int row = 16 * Image.CHANNELS;
            double most = 0;
            for (int i = 0; i < image.length; i++) {
                int from = i / row * row + (i % row + move * 4 * Image.CHANNELS) % row;
                most = Math.max(most, Math.abs(turned[i] - image[from]));
            }
            return most;
        }
    }

    @Test
    void readsAMapAndVectors() {
        Graph graph = ALL.graph(STREAMS.stream("network"));
        Generator generator = Generator.of(graph);

        assertThat(graph.inputs()).extracting(Input::name).containsExactly("local", "global", "phase");
        assertThat(generator.stride()).isEqualTo(4);
        assertThat(generator.noise(new Size(8, 12))).isEqualTo(2 * 3 * 2 + 3 + 2);
    }

    @Test
    void goesOnWithoutASeamOnceItIsTrained() {
        try (TensorScope scope = new TensorScope()) {
            Generator generator = Generator.of(ALL.graph(STREAMS.stream("network")));
            Image image = Generation.of(generator, 1, new Size(64, 64), scope)
                    .images(STREAMS, 0)
                    .get(0);

            assertThat(step(image, 63, 0)).isCloseTo(meanStep(image), within(0.7 * meanStep(image)));
        }
    }

    private static double meanStep(Image image) {
        double sum = 0;
        for (int x = 0; x < 63; x++) {
            sum += step(image, x, x + 1) / 63;
        }
        return sum;
    }

    /** The mean difference of two columns. */
    private static double step(Image image, int x, int other) {
        float[] rgb = image.toArray();
        double sum = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int c = 0; c < Image.CHANNELS; c++) {
                int row = y * image.width();
                sum += Math.abs(rgb[(row + x) * Image.CHANNELS + c] - rgb[(row + other) * Image.CHANNELS + c]);
            }
        }
        return sum / image.height() / Image.CHANNELS;
    }

    @Test
    void makesWavesOfGlobalLatentsOnly() {
        assertThatThrownBy(() -> new PeriodicGenerator(2, 0, 2, 4, 2, 3, Normalization.BATCH))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must be 0 without global latents");
    }
}

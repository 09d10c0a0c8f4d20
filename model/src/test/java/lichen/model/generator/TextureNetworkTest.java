package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lichen.core.check.InvalidValueException;
import lichen.core.random.RandomStreams;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TextureNetworkTest {
    private static final RandomStreams STREAMS = new RandomStreams(5);

    @Nested
    class NormalizedByTheBatch extends GeneratorContract {
        @Override
        protected GeneratorSpec generator() {
            return new TextureNetwork(3, 4, 2, Normalization.BATCH);
        }
    }

    @Nested
    class NormalizedByTheImage extends GeneratorContract {
        @Override
        protected GeneratorSpec generator() {
            return new TextureNetwork(3, 4, 2, Normalization.INSTANCE);
        }
    }

    @Nested
    class NormalizedByThePixel extends GeneratorContract {
        @Override
        protected GeneratorSpec generator() {
            return new TextureNetwork(3, 4, 2, Normalization.PIXEL);
        }
    }

    @Test
    void readsNoiseAtEachScale() {
        Graph graph = new TextureNetwork(6, 8, 3, Normalization.BATCH).graph(STREAMS.stream("network"));

        assertThat(graph.inputs())
                .extracting(Input::name)
                .containsExactly("noise-32", "noise-16", "noise-8", "noise-4", "noise-2", "noise-1");
        assertThat(Generator.of(graph).stride()).isEqualTo(32);
    }

    @Test
    void hasAsManyNumbersAsItsSource() {
        long numbers = new TextureNetwork(6, 8, 3, Normalization.BATCH)
                .graph(STREAMS.stream("network")).nodes().stream()
                        .flatMap(node -> node.operation().numbers().values().stream())
                        .mapToLong(array -> array.values().length)
                        .sum();

        assertThat(numbers).isBetween(115_000L, 119_000L);
    }

    @Test
    void needsAScale() {
        assertThatThrownBy(() -> new TextureNetwork(0, 8, 3, Normalization.BATCH))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("scales");
    }
}

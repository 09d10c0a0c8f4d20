package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConditioningTest {
    private static final RandomStreams STREAMS = new RandomStreams(5);
    private static final TextureNetwork ONE = new TextureNetwork(3, 4, 2, Normalization.INSTANCE);
    private static final Conditioning BY_CHOICE = Conditioning.ofChoices(3, 2);

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    /** With no vector given, it is that of no photograph, which is as good as any. */
    @Nested
    class AGeneratorOfManyPhotographs extends GeneratorContract {
        @Override
        protected GeneratorSpec generator() {
            return random -> BY_CHOICE.of(ONE.graph(random), random);
        }
    }

    private static Generator conditional(Conditioning conditioning) {
        return Generator.of(conditioning.of(ONE.graph(STREAMS.stream("network")), STREAMS.stream("conditioning")));
    }

    @Test
    void theVectorTellsWhichTextureIsMeant() {
        Generator generator = conditional(BY_CHOICE);
        assertThat(generator.photograph()).hasValue(2);
        try (TensorScope scope = new TensorScope()) {
            Generation generation = Generation.of(generator, 2, new Size(16, 16), scope);
            generation.mean(0, new float[] {1, 0});
            generation.mean(1, new float[] {0, 1});
            Image other = generation.images(STREAMS, 0).get(1);
            generation.mean(1, new float[] {1, 0});
            List<Image> alike = generation.images(STREAMS, 0);

            assertThat(other.toArray()).isNotEqualTo(alike.get(1).toArray());
        }
    }

    @Test
    void aNormalisationOverPixelsTakesACodeToo() {
        Graph one = new TextureNetwork(2, 2, 1, Normalization.PIXEL).graph(STREAMS.stream("network"));

        assertThat(BY_CHOICE.of(one, STREAMS.stream("conditioning")).inputs())
                .extracting(Input::name)
                .contains(Conditioning.INPUT);
    }

    @Test
    void describesPhotographsByHowTheyDifferFromTheirMean() {
        Conditioning conditioning =
                Conditioning.ofDescriptions(3, List.of(new float[] {1, 5, 7}, new float[] {3, 1, 7}));

        assertThat(conditioning.mean()).containsExactly(2, 3, 7);
        assertThat(conditioning.deviation()).containsExactly((float) Math.sqrt(3), (float) (2 * Math.sqrt(3)), 1);
    }

    @Test
    void needsANormalisationOverImagesOrPixels() {
        Graph graph = new TextureNetwork(2, 2, 1, Normalization.BATCH).graph(STREAMS.stream("network"));

        assertThatThrownBy(() -> BY_CHOICE.of(graph, STREAMS.stream("conditioning")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("\"instance\"");
    }

    @Test
    void whatIsKnownOfPhotographsIsReadBackFromTexts() {
        KnownPhotographs known =
                new KnownPhotographs(Map.of("moss", new float[] {0.1f, -3e-9f}, "bark", new float[] {1, 2}), true);
        KnownPhotographs read = KnownPhotographs.of(known.texts());

        assertThat(read.areDescribed()).isTrue();
        assertThat(read.vectors().keySet()).containsExactly("bark", "moss");
        assertThat(read.vectors().get("moss")).containsExactly(0.1f, -3e-9f);
        assertThat(KnownPhotographs.mixture(List.copyOf(read.vectors().values()), new double[] {3, 1}))
                .containsExactly(0.775f, 1.5f);
    }

    @Test
    void newPhotographsLieBetweenThoseThatAreKnown() {
        KnownPhotographs known = new KnownPhotographs(Map.of("moss", new float[] {0}, "bark", new float[] {1}), false);
        float[] one = known.drawn(STREAMS.stream("one"));

        assertThat(one[0]).isBetween(0f, 1f);
        assertThat(known.drawn(STREAMS.stream("other"))).isNotEqualTo(one);
    }
}

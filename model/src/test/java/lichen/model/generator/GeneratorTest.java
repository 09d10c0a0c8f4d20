package lichen.model.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Add;
import lichen.model.operation.Convolve;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Upsample;
import lichen.model.weights.NetworkFileException;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
    private static final Input NOISE = new Input("noise", 3, Optional.empty());

    @Test
    void hasTheStrideOfItsCoarsestNoise() {
        Generator generator = Generator.of(
                new TextureNetwork(4, 2, 1, Normalization.BATCH).graph(new RandomStreams(1).stream("network")));

        assertThatCode(() -> generator.requireSize(new Size(24, 8))).doesNotThrowAnyException();
        assertThatThrownBy(() -> generator.requireSize(new Size(30, 8)))
                .hasMessageContaining("must be a multiple of 8 in both directions")
                .hasMessageContaining("is 30 x 8: the nearest is 32 x 8");
    }

    @Test
    void learnsFromNoImageThatIsAPixelOfItsCoarsestNoise() {
        Generator generator = Generator.of(
                new TextureNetwork(4, 2, 1, Normalization.INSTANCE).graph(new RandomStreams(1).stream("network")));

        assertThatCode(() -> generator.requireLearning(new Size(16, 24))).doesNotThrowAnyException();
        assertThatThrownBy(() -> generator.requireLearning(new Size(8, 24)))
                .hasMessageContaining("must be at least 16 x 16 to learn from")
                .hasMessageContaining("but is 8 x 24: take larger images, or fewer scales");
    }

    @Test
    void isNotANetworkThatIsGivenAnImage(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("other.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            new WeightsFile(new Graph(List.of(new Node("larger", new Upsample(2), "image"))), Map.of()).write(out);
        }

        assertThatThrownBy(() -> Generator.read(FileReference.to(file)))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageContaining("other.npz: is no generator")
                .hasMessageContaining("must be noise of any extent or vectors, but are [image]");
    }

    @Test
    void seesNoiseAtOneScale() {
        Graph graph = new Graph(
                List.of(NOISE),
                List.of(
                        new Node("larger", new Upsample(2), "noise"),
                        new Node("both", new Add(), List.of("larger", "noise"))));

        assertThatThrownBy(() -> Generator.of(graph)).hasMessageContaining("must see noise at one scale");
    }

    @Test
    void hasNoLayerThatLosesTheBorder() {
        Convolve valid = new Convolve(
                new Convolution(3, 3, 1, Convolution.Padding.VALID),
                NdArray.of(new float[81], 3, 3, 3, 3),
                NdArray.of(new float[3], 3),
                false);
        Graph graph = new Graph(List.of(NOISE), List.of(new Node("conv", valid, "noise")));

        assertThatThrownBy(() -> Generator.of(graph))
                .hasMessageContaining("must suit images of any size, but conv")
                .hasMessageContaining("does not");
    }

    @Test
    void endsInAnImage() {
        Graph graph = new Graph(
                List.of(new Input("noise", 2, Optional.empty())),
                List.of(new Node("larger", new Upsample(2), "noise")));

        assertThatThrownBy(() -> Generator.of(graph))
                .hasMessageContaining("must end in an image, but end in 2 channels");
    }

    /** Latents of a periodic generator, and the vector of many photographs. */
    private static Generator ofBothKinds() {
        RandomStreams streams = new RandomStreams(1);
        Graph one = new PeriodicGenerator(2, 3, 2, 4, 2, 3, Normalization.INSTANCE).graph(streams.stream("network"));
        return Generator.of(Conditioning.ofChoices(3, 2).of(one, streams.stream("conditioning")));
    }

    @Test
    void drawsAllVectorsButThatOfAPhotograph(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("weights.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            new WeightsFile(ofBothKinds().graph(), Map.of()).write(out);
        }

        for (Generator generator : List.of(ofBothKinds(), Generator.read(FileReference.to(file)))) {
            assertThat(generator.latents()).containsExactly("global", "local", "phase");
            assertThat(generator.vectors()).containsExactly("global", "phase");
            assertThat(generator.photograph()).hasValue(2);
            assertThat(generator.noise(new Size(8, 12))).isEqualTo(2 * 3 * 2 + 3 + 2);
            assertThatThrownBy(() -> generator.requireNoiseAlone("weights"))
                    .hasMessageContaining("must make images of noise alone")
                    .hasMessageContaining("the vector of a photograph");
        }
    }

    @Test
    void isGivenNothingElseUnderTheNamesThatAreKept() {
        for (Input input : List.of(
                new Input("content", 1, Optional.empty()),
                new Input("photograph", 3, Optional.empty()),
                new Input("image", 1, Optional.empty()),
                new Input("noise", 3, Optional.of(new Size(4, 4))))) {
            Graph graph = new Graph(
                    List.of(new Input("more", 3, Optional.empty()), input),
                    List.of(new Node("larger", new Upsample(2), "more")));

            assertThatThrownBy(() -> Generator.of(graph)).hasMessageContaining("but are [" + input.name() + "]");
        }
    }

    @Test
    void makesNoImageOfVectorsAlone() {
        Graph graph = new Graph(List.of(Input.vector("global", 3)), List.of(new Node("tone", new Sigmoid(), "global")));

        assertThatThrownBy(() -> Generator.of(graph)).hasMessageContaining("but are vectors alone");
    }

    @Test
    void seesContentAtFullSize() {
        Graph graph = new Graph(List.of(Generator.CONTENT), List.of(new Node("larger", new Upsample(2), "content")));

        assertThatThrownBy(() -> Generator.of(graph))
                .hasMessageContaining("must show content at full size, but a pixel stands for 2");
    }
}

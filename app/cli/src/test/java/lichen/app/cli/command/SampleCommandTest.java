package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.core.random.RandomStreams;
import lichen.model.generator.Normalization;
import lichen.model.generator.TextureNetwork;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Upsample;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandTest {
    @TempDir
    private Path folder;

    private Path weights = Path.of("");

    @BeforeEach
    void writeWeights() throws IOException {
        weights = write(
                "weights.npz",
                new TextureNetwork(3, 2, 1, Normalization.BATCH).graph(new RandomStreams(4).stream("network")));
    }

    @Test
    void makesAsManyImagesOfTheSizeAskedFor() throws IOException {
        Path out = folder.resolve("made.PNG");
        Outcome outcome = sample(weights, "--size", "48x20", "--count", "3", "-o", out.toString());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).hasLineCount(3).endsWith("Wrote " + folder.resolve("made-3.PNG") + "\n");
        List<byte[]> files = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Path file = folder.resolve("made-" + i + ".PNG");
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(48, 20);
            files.add(Files.readAllBytes(file));
        }
        assertThat(files.get(0)).isNotEqualTo(files.get(1));
        assertThat(files.get(1)).isNotEqualTo(files.get(2));
    }

    @Test
    void makesTheSameImagesOfTheSameSeedOnly() {
        String one = folder.resolve("one.png").toString();
        String again = folder.resolve("again.png").toString();
        String other = folder.resolve("other.png").toString();
        sample(weights, "--size", "16", "-o", one, "--seed", "7");
        sample(weights, "--size", "16", "-o", again, "--seed", "7");
        sample(weights, "--size", "16", "-o", other, "--seed", "8");

        assertThat(Path.of(again)).hasSameBinaryContentAs(Path.of(one));
        assertThat(Path.of(other))
                .isRegularFile()
                .satisfies(file -> assertThat(Files.readAllBytes(file)).isNotEqualTo(Files.readAllBytes(Path.of(one))));
    }

    @Test
    void refusesWhatItCannotMakeImagesOfAndWritesNothing() throws IOException {
        Path other = write("other.npz", new Graph(List.of(new Node("larger", new Upsample(2), "image"))));
        Path text = Files.writeString(folder.resolve("text.npz"), "no network");
        Path none = folder.resolve("none.npz");
        Path whole = write(
                "whole.npz",
                new TextureNetwork(2, 2, 1, Normalization.INSTANCE).graph(new RandomStreams(4).stream("network")));
        Path out = folder.resolve("out.png");

        assertRefused(sample(none, "-o", out.toString()), none + ": no such file");
        assertRefused(sample(text, "-o", out.toString()), text + ": is not a network file of Lichen");
        assertRefused(sample(other, "-o", out.toString()), other + ": is no generator");
        assertRefused(
                sample(weights, "-o", out.toString(), "--size", "30x20"),
                "--size 30x20: size must be a multiple of 4 in both directions");
        assertRefused(
                sample(whole, "-o", out.toString(), "--size", "10000x10000"),
                "--size 10000x10000: memory is too small");
        assertRefused(sample(weights, "-o", out.toString(), "--count", "0"), "--count: must be from 1");
        assertRefused(sample(weights, "-o", folder.resolve("out.jpg").toString()), "-o ");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(weights, other, text, whole);
        }
    }

    /** Of more pixels than are made at once; what begins alike in both is made of the same noise. */
    @Test
    void makesWhatIsLargeInStrips() throws IOException {
        Path file = write(
                "thin.npz",
                new TextureNetwork(1, 1, 1, Normalization.BATCH)
                        .graph(new RandomStreams(4).stream("network"))
                        .trained());
        Path out = folder.resolve("large.png");
        Path small = folder.resolve("small.png");
        assertThat(sample(file, "--size", "2000x1060", "-o", out.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(sample(file, "--size", "2000x600", "-o", small.toString()).code())
                .isEqualTo(ExitCode.DONE);
        BufferedImage large = ImageIO.read(out.toFile());
        BufferedImage part = ImageIO.read(small.toFile());

        assertThat(List.of(large.getWidth(), large.getHeight())).containsExactly(2000, 1060);
        assertThat(large.getRGB(0, 500, 2000, 90, null, 0, 2000))
                .isEqualTo(part.getRGB(0, 500, 2000, 90, null, 0, 2000));
    }

    @Test
    void replacesNoFileUnlessItIsToldTo() throws IOException {
        Path second = Files.writeString(folder.resolve("out-2.png"), "mine");
        Path out = folder.resolve("out.png");

        assertRefused(
                sample(weights, "-o", out.toString(), "--count", "2", "--size", "16"),
                second + ": there is a file of this name");
        assertThat(folder.resolve("out-1.png")).doesNotExist();
        assertThat(second).content().isEqualTo("mine");
        assertThat(sample(weights, "-o", out.toString(), "--count", "2", "--size", "16", "--force")
                        .code())
                .isEqualTo(ExitCode.DONE);
    }

    private static void assertRefused(Outcome outcome, String beginning) {
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith(beginning).hasLineCount(1);
    }

    private static Outcome sample(Path weights, String... more) {
        List<String> words = new ArrayList<>(List.of("sample", weights.toString()));
        words.addAll(List.of(more));
        return Outcome.of(words.toArray(String[]::new));
    }

    private Path write(String name, Graph graph) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            new WeightsFile(graph, Map.of()).write(out);
        }
        return file;
    }
}

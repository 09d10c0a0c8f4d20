package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.core.npy.Npy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextureMapExperimentTest {
    /** 6 + 9 patches of 32 pixels. */
    private static final String CONFIG = """
            {
              "type": "texture-map",
              "data": {"type": "patches", "photographs": ["one.png", "other.png"], "side": [32, 32], "size": 32},
              "network": {"type": "fcn", "blocks": [{"filters": 8, "kernel": 3}, {"filters": 3, "kernel": 1}]},
              "embedding": {"type": "t-sne", "perplexity": 3, "learning-rate": 10, "iterations": 50}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = new Workplace(folder);
        place.photograph("one.png", 96, 64);
        place.photograph("other.png", 96, 96);
        Files.writeString(place.config(), CONFIG);
    }

    @Test
    void leavesMapAndNumbersForPeopleAndPrograms() throws IOException {
        Outcome outcome = place.run();
        Path run = place.runs().resolve("tiny");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .contains("15 patches of 2 photographs laid out; nearest neighbours are of the same photograph in ")
                .contains("Result: " + run.resolve("images/map.png"));
        assertThat(Files.readAllLines(run.resolve("map.csv"))).hasSize(16).startsWith("name,source,x,y");
        assertThat(Files.readString(run.resolve("map.svg")).split("<image ", -1))
                .hasSize(1 + 15);
        try (InputStream in = Files.newInputStream(run.resolve("vectors.npy"))) {
            assertThat(Npy.read(in).shape()).containsExactly(15, 11);
        }
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("map-viewer", "nearest neighbour is of the same photograph", "in the plane", "by chance");
        assertThat(run.resolve("checkpoint")).isEmptyDirectory();
    }

    @Test
    void makesTheSameBytesAgain() throws IOException {
        place.run("--name", "first");
        place.run("--name", "second");
        for (String file : List.of("images/map.png", "map.svg", "map.csv", "vectors.npy")) {
            assertThat(place.runs().resolve("second").resolve(file))
                    .hasSameBinaryContentAs(place.runs().resolve("first").resolve(file));
        }
    }

    @Test
    void takesAsManyPatchesAsAreWanted() throws IOException {
        place.run("-s", "most=12", "-s", "thumbnail=30");
        List<String> rows = Files.readAllLines(place.runs().resolve("tiny/map.csv"));
        assertThat(rows).hasSize(13);
        assertThat(rows.stream().filter(row -> row.contains("one.png"))).hasSize(5);
    }

    @Test
    void laysOutByOtherDescriptorsAndEmbeddings() throws IOException {
        Outcome outcome = place.run(
                "-s", "descriptor.type=gram", "-s", "layers=[\"conv2\"]", "-s", "embedding={\"type\": \"pca\"}");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        try (InputStream in = Files.newInputStream(place.runs().resolve("tiny/vectors.npy"))) {
            assertThat(Npy.read(in).shape()).containsExactly(15, 9);
        }
    }

    @Test
    void refusesAPerplexityThatIsTooLargeForThePatches() {
        place.assertRefused(
                "1) $.embedding.perplexity (-s embedding.perplexity=5): must be less than (n - 1) / 3 = 4.7 for 15 vectors,"
                        + " but is 5.0; lower it, or map more patches.",
                "-s",
                "embedding.perplexity=5");
    }

    @Test
    void refusesPatchesThatAreTooSmallForTheNetwork() {
        assertThat(place.run("-s", "network.blocks.0.kernel=41").err()).contains("$.data", "41 x 41");
        assertThat(place.runs()).doesNotExist();
    }

    @Test
    void refusesLayersThatTheNetworkDoesNotHave() {
        assertThat(place.run("-s", "layers=[\"conv9\"]").err()).contains("$.layers[0]", "unknown layer \"conv9\"");
    }
}

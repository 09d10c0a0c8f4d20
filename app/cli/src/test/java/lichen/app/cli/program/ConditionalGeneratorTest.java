package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One generator of many photographs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ConditionalGeneratorTest {
    /** A small one for two photographs. */
    static final String CONFIG = """
            {
              "type": "conditional-generator",
              "seed": 5,
              "photographs": [{"image": "photo.png"}, {"image": "other.png"}],
              "objective": {"type": "signature-match", "layers": ["image"],
                            "descriptor": {"type": "sliced-wasserstein", "patch": 3, "directions": 8},
                            "distance": {"type": "standardized-error"}},
              "generator": {"type": "texture-network", "scales": 2, "channels": 3},
              "code": 2,
              "size": [24, 16],
              "round": 2,
              "stop": {"evaluations": 6},
              "output": {"checkpoint-seconds": 1e-9, "preview-every": 3}
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void writeConfig() throws IOException {
        place = Workplace.in(folder);
        place.photograph("other.png", 50, 46);
        Files.writeString(place.config(), CONFIG);
    }

    private Outcome sample(String out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "sample",
                weights().toString(),
                "--size",
                "24x16",
                "-o",
                folder.resolve(out).toString()));
        words.addAll(List.of(more));
        return Outcome.of(words.toArray(String[]::new));
    }

    private Path weights() {
        return place.runs().resolve("tiny/weights.npz");
    }

    @Test
    void makesTexturesOfItsPhotographsOfMixturesAndOfOthers() throws IOException {
        Outcome outcome = place.run();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        for (String image : List.of("result", "between", "new", "preview-00003", "preview-00006")) {
            assertThat(place.runs().resolve("tiny/images/" + image + ".png")).exists();
        }
        Path third = place.photograph("third.png", 60, 50);
        List<Outcome> sampled = List.of(
                sample("photo-made.png", "--photograph", "photo"),
                sample("other-made.png", "--photograph", "other"),
                sample("mixed.png", "--photograph", "photo:1", "--photograph", "other:3"),
                sample("third-made.png", "--photograph", third.toString()),
                sample("new.png", "--new"));

        assertThat(sampled).allSatisfy(of -> assertThat(of.code()).as(of.err()).isEqualTo(ExitCode.DONE));
        List<String> hashes = new ArrayList<>();
        for (String name : List.of("photo-made", "other-made", "mixed", "third-made")) {
            hashes.add(InputFile.of(FileReference.to(folder.resolve(name + ".png")))
                    .sha256());
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void asksWhosePhotographIsMeant() throws IOException {
        assertThat(place.run("-s", "vector=choice").code()).isEqualTo(ExitCode.DONE);

        assertThat(sample("out.png").err())
                .isEqualTo(
                        "the generator is of many photographs: choose by --photograph among other, photo, or --new\n");
        assertThat(sample("out.png", "--photograph", "phoot").err())
                .startsWith("--photograph phoot: unknown photograph. Did you mean \"photo\"?");
        assertThat(sample("out.png", "--photograph", "photo:0").err())
                .startsWith("--photograph: the weights must not all be 0");
        assertThat(sample("out.png", "--content", "photo.png").err())
                .startsWith("--content: the generator is given no picture");
        assertThat(folder.resolve("out.png")).doesNotExist();
    }

    @Test
    void isACellOfAComparison() throws IOException {
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        place.photograph("whole.png", 120, 96);
        Path comparison = folder.resolve("comparison.json");
        Files.writeString(comparison, """
                {"type": "comparison", "photographs": [{"image": "whole.png", "crop": [0, 0, 48, 48]}],
                 "methods": {"pass": {"type": "sample", "weights": "runs/tiny/weights.npz",
                                      "target": {"image": "whole.png"}, "optimises": ["patches"]}},
                 "controls": [], "measures": [{"type": "colour"}]}
                """);
        Outcome outcome =
                Outcome.of("run", comparison.toString(), "--runs", place.runs().toString());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(place.runs().resolve("comparison/methods.csv")).content().contains("pass");
    }

    @Test
    void refusesWhatCannotBeTrained() {
        place.assertRefusedAt(
                "$.batch", "must be a multiple of 2, for so many images of each photograph, but is 3", "-s", "batch=3");
        place.assertRefusedAt("$.round", "must be at least 1, but is 0", "-s", "round=0");
        place.assertRefusedAt(
                "$.level",
                "must be 0 for an objective that can be negative",
                "-s",
                "objective={\"type\": \"layer-energy\", \"layer\": \"image\"}");
        assertThat(place.check("-s", "photographs[1].size=[40, 44]", "-s", "size=[24, 16]")
                        .err())
                .contains("must have 45 pixels along each side to be described, but it is looked at in 40 x 44")
                .hasLineCount(1);
        assertThat(place.check("-s", "generator.normalization=batch").err())
                .contains("choose the normalization \"instance\" or \"pixel\"")
                .hasLineCount(1);
        assertThat(place.check("-s", "photographs=[{\"image\": \"photo.png\"}, {\"image\": \"photo.png\"}]")
                        .err())
                .contains("must have files of different names")
                .hasLineCount(1);
    }
}

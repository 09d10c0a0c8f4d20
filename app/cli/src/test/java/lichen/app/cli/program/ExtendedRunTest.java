package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of a config that extends another: it depends on the other no longer than it takes to read it. */
class ExtendedRunTest {
    private static final String RESULT = "images/result.png";

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));
    private Path mine = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        Files.createDirectory(folder.resolve("mine"));
        mine = Files.writeString(
                folder.resolve("mine/changed.json"),
                "{\"$schema\": \"lichen.json\", \"extends\": \"../tiny.json\", \"seed\": 8,\n \"stop\": {\"evaluations\": 3}}");
    }

    @Test
    void leavesAConfigThatNeedsNoOther() throws IOException {
        run(mine, "changed", "objective.layers[1]=conv1");
        Files.delete(place.config());
        Path resolved = place.runs().resolve("changed/config.json");
        assertThat(resolved).content().doesNotContain("extends", "tiny.json", "$schema", "conv2");
        run(resolved, "again", "seed=8");
        assertThat(place.runs().resolve("again/config.json")).hasSameTextualContentAs(resolved);
        assertThat(place.runs().resolve("again").resolve(RESULT))
                .hasSameBinaryContentAs(place.runs().resolve("changed").resolve(RESULT));
    }

    @Test
    void isRefusedToGoOnAfterAChangeOfTheExtendedFile() throws IOException {
        run(mine, "changed", "seed=8");
        Files.writeString(place.config(), Files.readString(place.config()).replace("\"gram\"", "\"gap\""));
        Outcome outcome =
                Outcome.of("run", mine.toString(), "--runs", place.runs().toString(), "--resume");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).contains("objective.descriptor");
    }

    @Test
    void tellsWhereAWrongValueIsInherited() throws IOException {
        Files.writeString(place.config(), Files.readString(place.config()).replace("\"conv2\"", "\"con2\""));
        assertThat(Outcome.of("check", mine.toString()).err())
                .matches(
                        "1\\) \\$\\.objective\\.layers\\[1] \\(\\.\\./tiny\\.json:\\d+:\\d+, inherited by .*changed\\.json:1:\\d+\\):"
                                + " unknown layer \"con2\".*\n");
    }

    private void run(Path config, String name, String setting) {
        Outcome outcome =
                Outcome.of("run", config.toString(), "--runs", place.runs().toString(), "--name", name, "-s", setting);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    }
}

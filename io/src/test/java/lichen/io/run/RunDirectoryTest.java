package lichen.io.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {
    private static final String CONFIG = "{\"seed\": 1, \"optimizer\": {\"type\": \"lbfgs\", \"history\": 10}}";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void makesTheFolderWhole() throws IOException {
        Path runs = folder.resolve("deep/runs");
        try (RunDirectory run = RunDirectory.create(runs, "gravel <&>", CONFIG)) {
            assertThat(run.name()).isEqualTo("gravel <&>");
            assertThat(run.config()).isEqualTo(CONFIG);
            assertThat(run.folder().resolve("images")).isDirectory();
            assertThat(run.checkpoint().load()).isEmpty();
            assertThat(run.manifest()).isEmpty();
        }
        assertThat(runs.toFile().list()).containsExactly("gravel <&>");
    }

    @Test
    void refusesANameThatIsTaken() throws IOException {
        RunDirectory.create(folder, "a", CONFIG).close();
        assertThatThrownBy(() -> RunDirectory.create(folder, "a", CONFIG))
                .isInstanceOf(RunException.class)
                .hasMessage(folder.resolve("a")
                        + ": there is a run of this name; choose another --name, or go on with it by --resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".hidden", "a/b", "a\\b", "a\nb", "a:b"})
    void refusesNamesThatAreNoFolderNames(String name) {
        assertThatThrownBy(() -> RunDirectory.create(folder, name, CONFIG)).hasMessageContaining("cannot name a run");
    }

    @Test
    void saysWhyTheFolderOfAllRunsCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> RunDirectory.create(file, "a", CONFIG))
                .hasMessage(file + ": is a file, not a folder; choose another folder by --runs");
        assertThatThrownBy(() -> RunDirectory.create(file.resolve("runs"), "a", CONFIG))
                .hasMessageContaining("cannot be written: a part of the path is a file, not a folder");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void resumesARunWhoseConfigSaysTheSame() throws IOException {
        RunDirectory.create(folder, "a", CONFIG).close();
        Files.writeString(folder.resolve("a/images/.preview.png.123.partial"), "half");
        String same = "{\"optimizer\": {\"history\": 10.0, \"type\": \"lbfgs\"}, \"seed\": 1}";
        try (RunDirectory run = RunDirectory.resume(folder, "a", same)) {
            assertThat(run.config()).isEqualTo(CONFIG);
            assertThat(folder.resolve("a/images").toFile().list()).isEmpty();
        }
    }

    @Test
    void namesTheKeysOfAChangedConfig() throws IOException {
        RunDirectory.create(folder, "a", CONFIG).close();
        String changed = "{\"seed\": 2, \"optimizer\": {\"type\": \"lbfgs\", \"bounds\": [0, 1]}}";
        assertThatThrownBy(() -> RunDirectory.resume(folder, "a", changed))
                .isInstanceOf(RunException.class)
                .hasMessage(folder.resolve("a") + ": the config is not that of the run: $.seed was 1, is 2;"
                        + " $.optimizer.history was 10, is absent; $.optimizer.bounds was absent, is [0,1];"
                        + " undo the changes, or choose a new --name");
    }

    @Test
    void saysThatThereIsNothingToResume() throws IOException {
        assertThatThrownBy(() -> RunDirectory.resume(folder, "a", CONFIG))
                .hasMessage(folder.resolve("a") + ": there is no such run to resume; leave out --resume to start it");
        try (RunDirectory run = RunDirectory.create(folder, "a", CONFIG)) {
            run.write(manifest().ended(Status.DONE, "", NOON));
        }
        assertThatThrownBy(() -> RunDirectory.resume(folder, "a", CONFIG)).isInstanceOf(RunDoneException.class);
    }

    @Test
    void letsOnlyOneWriteARun() throws IOException {
        try (RunDirectory run = RunDirectory.create(folder, "a", CONFIG)) {
            assertThatThrownBy(() -> RunDirectory.resume(folder, "a", CONFIG))
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " is writing this run")
                    .hasMessageNotContaining("\n");
            assertThat(run.folder()).exists();
        }
        RunDirectory.resume(folder, "a", CONFIG).close();
    }

    /** Two threads stand for two processes: the worker of a writer that was killed, and who goes on with the run. */
    @Test
    void waitsForWorkersThatWereLeftAlone() throws Exception {
        RunDirectory.create(folder, "a", CONFIG).close();
        RunDirectory worker = RunDirectory.join(folder.resolve("a"));
        FutureTask<RunDirectory> next = new FutureTask<>(() -> RunDirectory.resume(folder, "a", CONFIG));
        new Thread(next).start();
        assertThatThrownBy(() -> next.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        worker.close();
        next.get().close();
    }

    @Test
    void readsTheManifestBackAsItWas() throws IOException {
        try (RunDirectory run = RunDirectory.create(folder, "a", CONFIG)) {
            Manifest manifest = manifest().ended(Status.FAILED, "a \"reason\"", NOON.plusSeconds(60));
            run.write(manifest);
            assertThat(run.manifest()).contains(manifest);
        }
    }

    @Test
    void readsAManifestOfAnEarlierRun() throws IOException {
        RunDirectory.create(folder, "a", CONFIG).close();
        Files.writeString(folder.resolve("a/manifest.json"), """
                {
                  "status" : "interrupted",
                  "message" : "a \\"reason\\"",
                  "started" : "2026-11-22T12:00:00.123456789Z",
                  "seed" : 7,
                  "inputs" : [ { "name" : "gravel.png", "bytes" : 3, "sha256" : "abc" } ],
                  "plugins" : [ ],
                  "software" : { "operating system" : "Linux 6", "Java" : "17" },
                  "environment" : { }
                }
                """);
        try (RunDirectory run = RunDirectory.resume(folder, "a", CONFIG)) {
            assertThat(run.manifest())
                    .contains(new Manifest(
                            Status.INTERRUPTED,
                            "a \"reason\"",
                            Instant.parse("2026-11-22T12:00:00.123456789Z"),
                            Optional.empty(),
                            7,
                            List.of(new InputFile("gravel.png", 3, "abc")),
                            List.of(),
                            Map.of("operating system", "Linux 6", "Java", "17"),
                            Map.of(),
                            Optional.empty()));
        }
    }

    @Test
    void saysThatAManifestIsDamaged() throws IOException {
        RunDirectory.create(folder, "a", CONFIG).close();
        Path manifest = Files.writeString(folder.resolve("a/manifest.json"), "{\"status\": \"walking\"}");
        assertThatThrownBy(() -> RunDirectory.resume(folder, "a", CONFIG))
                .hasMessage(manifest + ": is damaged; start again under a new --name");
    }

    private static Manifest manifest() {
        return new Manifest(
                Status.RUNNING,
                "",
                NOON,
                Optional.empty(),
                7,
                List.of(new InputFile("gravel.png", 3, "abc")),
                List.of(new InputFile("moss.jar", 5, "def")),
                Map.of("lichen", "0.1.0"),
                Map.of("device", "cpu"),
                Optional.of(new GitState("0123abc", "main")));
    }
}

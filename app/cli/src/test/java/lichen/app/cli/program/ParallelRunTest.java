package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lichen.app.cli.FreshJvm;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons whose images several processes make: each once, whoever of them dies. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ParallelRunTest {
    private static final int CELLS = 6;
    private static final String COUNTED = """
            {
              "type": "comparison",
              "photographs": [{"image": "one.png", "crop": [0, 0, 40, 40]}, {"image": "one.png", "crop": [40, 0, 40, 40]}],
              "methods": {"counted": {"type": "counting", "target": {"image": "one.png"}, "folder": "FOLDER"}},
              "seeds": 3,
              "controls": [],
              "measures": [{"type": "colour"}]
            }
            """;
    private static final String MIXED = """
            {
              "type": "ablation",
              "base": {"extends": "base.json"},
              "axes": {"method": {"methods": {
                "learned": {"extends": "base.json", "stop": {"evaluations": 3}},
                "blocks": {"type": "quilting", "block": 12, "target": {"image": "one.png"}},
                "too-large": {"type": "quilting", "block": 38, "target": {"image": "one.png"}}
              }}},
              "photographs": [{"image": "one.png", "crop": [0, 0, 40, 40]},
                              {"image": "one.png", "crop": [4, 0, 60, 60], "size": [36, 36]}],
              "seeds": 2,
              "controls": ["another-crop"],
              "measures": [{"type": "colour"}, {"type": "diversity"}]
            }
            """;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));
    private CountingPlugin plugin = new CountingPlugin(Path.of(""), Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
        Files.move(place.config(), folder.resolve("base.json"));
        place.photograph("one.png", 130, 90);
        plugin = CountingPlugin.in(folder);
        Files.writeString(
                place.config(), COUNTED.replace("FOLDER", plugin.folder().toString()));
    }

    /** Everything but when and how long, and the files that tell that in between. */
    @Test
    void leaveTheSameFilesAsOneProcess() throws IOException, InterruptedException {
        Files.writeString(place.config(), MIXED);
        Outcome alone = start("--name", "alone").outcome();
        Outcome together = start("--name", "together", "--jobs", "2").outcome();

        assertThat(alone.code()).as(alone.err()).isEqualTo(ExitCode.DONE);
        assertThat(together.code()).as(together.err()).isEqualTo(ExitCode.DONE);
        Map<String, String> files = files("alone");
        assertThat(files).hasSizeGreaterThan(40).containsKey("results.csv");
        assertThat(files.values()).anyMatch(text -> text.contains("must be at most 36"));
        Map<String, String> others = files("together");
        assertThat(others.keySet()).isEqualTo(files.keySet());
        files.forEach((path, text) -> assertThat(others.get(path)).as(path).isEqualTo(text));
    }

    @Test
    void goOnWhereAWorkerIsKilled() throws IOException, InterruptedException {
        plugin.allow(0);
        FreshJvm run = start("--jobs", "2");
        plugin.awaitBegun(2);
        ProcessHandle.of(plugin.processes().get(0)).orElseThrow().destroyForcibly();
        plugin.allow(CELLS + 1);
        Outcome outcome = run.outcome();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("its process was killed (signal 9)");
        assertThat(states()).hasSize(CELLS).containsOnly("done");
        assertThat(plugin.begun()).hasSize(CELLS + 1);
        assertThat(plugin.processes()).hasSize(3);
    }

    @Test
    void recordWhatTwoWorkersDiedOf() throws IOException, InterruptedException {
        Files.writeString(
                place.config(),
                Files.readString(place.config()).replace("\"counted\": {", "\"counted\": {\"deadly\": 2, "));
        plugin.allow(CELLS + 2);
        Outcome outcome = start("--jobs", "2").outcome();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("its process ended unasked (exit code 9)", "of which 2 failed");
        assertThat(states()).containsOnly("done", "failed");
        assertThat(place.runs().resolve("tiny/parts/2-one-counted-2/trial.json"))
                .content()
                .contains("its process ended unasked (exit code 9)");
        assertThat(plugin.begun()).hasSize(CELLS + 2);
    }

    @Test
    void computeNoFinishedImageAgainAfterAKillOfAll() throws IOException, InterruptedException {
        plugin.allow(3);
        FreshJvm run = start("--jobs", "2");
        plugin.awaitBegun(5);
        await(() -> states().stream().filter("done"::equals).count() == 3);
        run.process().destroyForcibly().waitFor();
        for (long worker : plugin.processes()) {
            ProcessHandle.of(worker).ifPresent(left -> left.onExit().join());
        }
        plugin.allow(100);
        Outcome resumed = start("--jobs", "2", "--resume").outcome();

        assertThat(resumed.code()).as(resumed.err()).isEqualTo(ExitCode.DONE);
        assertThat(states()).hasSize(CELLS).containsOnly("done");
        assertThat(plugin.begun()).hasSize(CELLS + 2);
        assertThat(plugin.finished()).as("finished").hasSize(CELLS).doesNotHaveDuplicates();
    }

    @Test
    void refuseASecondProcess() throws IOException, InterruptedException {
        plugin.allow(0);
        FreshJvm run = start("--jobs", "2");
        plugin.awaitBegun(2);
        Outcome second = start("--jobs", "2", "--resume").outcome();
        plugin.allow(CELLS);

        assertThat(second.code()).isEqualTo(ExitCode.INPUT);
        assertThat(second.err())
                .isEqualTo(place.runs().resolve("tiny") + ": process "
                        + run.process().pid() + " is writing this run; wait for its end, or choose another --name\n");
        assertThat(run.outcome().code()).isEqualTo(ExitCode.DONE);
        assertThat(plugin.begun()).hasSize(CELLS);
    }

    @Test
    void areInterruptedTogetherAndGoOn() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Interrupts.arePossible(), "this process ignores interrupts, and so do those that it starts");
        plugin.allow(2);
        FreshJvm run = start("--jobs", "2");
        plugin.awaitBegun(4);
        Interrupts.send(run.process());
        Outcome outcome = run.outcome();

        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(outcome.out()).contains("--jobs 2 --resume");
        assertThat(states()).containsExactlyInAnyOrder("done", "done", "interrupted", "interrupted");

        plugin.allow(100);
        assertThat(start("--resume").outcome().code()).isEqualTo(ExitCode.DONE);
        assertThat(plugin.begun()).hasSize(CELLS + 2);
        assertThat(plugin.finished()).hasSize(CELLS).doesNotHaveDuplicates();
    }

    @Test
    void makeEachImageOnceAndADamagedOneAgain() throws IOException, InterruptedException {
        plugin.allow(100);
        Outcome first = start("--jobs", "2").outcome();
        assertThat(first.code()).as(first.out() + first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.out()).contains("6 images of 1 methods and controls");
        assertThat(plugin.begun()).hasSize(CELLS).doesNotHaveDuplicates();
        assertThat(states()).hasSize(CELLS).containsOnly("done");
        assertThat(plugin.processes()).hasSize(2);
        Path run = place.runs().resolve("tiny");
        Path image = run.resolve("parts/1-one-counted-2/images/result.png");
        byte[] whole = Files.readAllBytes(image);
        Files.write(image, Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(run.resolve("parts/2-one-counted-1/trial.json"), "{\"key\": \"");
        Path scores = run.resolve("parts/2-one-counted-3/scores.csv");
        String scored = Files.readString(scores);
        Files.writeString(scores, scored.substring(0, scored.length() / 2));
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"done\"", "\"interrupted\""));

        Outcome outcome = start("--jobs", "2", "--resume").outcome();

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .contains("1-one-counted-2: damaged since it was made: images/result.png; made again")
                .contains("2-one-counted-1: damaged since it was made: trial.json; made again");
        assertThat(image).hasBinaryContent(whole);
        assertThat(outcome.out()).contains("2-one-counted-3: damaged since it was made: scores.csv; scored again");
        assertThat(scores).hasContent(scored);
        assertThat(plugin.begun()).hasSize(CELLS + 2);
    }

    @Test
    void pauseWhereTheDiskIsFull() throws IOException, InterruptedException {
        plugin.allow(100);
        try (SmallDisk small = SmallDisk.mount(folder.resolve("disk"), "512k")) {
            Path filler = Files.write(small.folder().resolve("filler"), new byte[436 << 10]);
            Outcome full = startIn(small.folder()).outcome();
            assertThat(full.code()).as(full.out() + full.err()).isEqualTo(ExitCode.INPUT);
            assertThat(full.out())
                    .as(full.err())
                    .contains("Paused: the disk is full. To go on when there is room: lichen run ");
            assertThat(full.err()).contains("no space is left");

            Files.delete(filler);
            Outcome resumed = startIn(small.folder(), "--resume").outcome();
            assertThat(resumed.code()).as(resumed.out() + resumed.err()).isEqualTo(ExitCode.DONE);
            assertThat(plugin.finished()).contains("2-one-counted-3");
        }
    }

    private FreshJvm start(String... more) throws IOException {
        return FreshJvm.startWith(plugin.jar(), folder, place.running(more));
    }

    private FreshJvm startIn(Path runs, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("run", place.config().toString(), "--runs", runs.toString(), "--jobs", "2"));
        arguments.addAll(List.of(more));
        return FreshJvm.startWith(plugin.jar(), folder, arguments.toArray(String[]::new));
    }

    private List<String> states() throws IOException {
        return new RunFiles(place.runs().resolve("tiny")).states();
    }

    private Map<String, String> files(String name) throws IOException {
        return new RunFiles(place.runs().resolve(name)).timeless();
    }

    private interface Moment {
        boolean hasCome() throws IOException;
    }

    private static void await(Moment moment) throws IOException, InterruptedException {
        while (!moment.hasCome()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}

package lichen.app.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lichen.app.cli.FreshJvm;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.app.cli.program.CountingPlugin;
import lichen.app.cli.program.Interrupts;
import lichen.app.cli.program.RunFiles;
import lichen.app.cli.program.Workplace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons on a cluster of two executors, each a process of its own. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SparkRunTest {
    private static final int CELLS = 6;
    private static final String CLUSTER = "local-cluster[2,1,1024]";
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
                "too-large": {"type": "quilting", "block": 38, "target": {"image": "one.png"}}
              }}},
              "photographs": [{"image": "one.png", "crop": [0, 0, 40, 40]},
                              {"image": "one.png", "crop": [4, 0, 60, 60], "size": [36, 36]}],
              "seeds": 2,
              "controls": ["another-crop"],
              "measures": [{"type": "colour"}]
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
        Files.createDirectories(folder.resolve("spark/jars"));
    }

    @Test
    void loseNoImageAndMakeNoneTwiceWhereAnExecutorIsKilled() throws IOException, InterruptedException {
        plugin.allow(0);
        FreshJvm run = start("tiny", "--engine", "spark", "--master", CLUSTER, "--jobs", "2");
        plugin.awaitBegun(2);
        List<Long> executors = plugin.processes();
        ProcessHandle.of(executors.get(0)).orElseThrow().destroyForcibly();
        plugin.allow(CELLS);
        Outcome outcome = run.outcome();

        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(executors).hasSize(2).doesNotContain(run.process().pid());
        assertThat(states("tiny")).hasSize(CELLS).containsOnly("done");
        assertThat(plugin.begun()).hasSize(CELLS + 1);
        assertThat(plugin.finished()).hasSize(CELLS).doesNotHaveDuplicates();
        assertThat(outcome.out()).contains("6 images of 1 methods and controls");

        assertThat(start("tiny", "--resume").outcome().code()).isEqualTo(ExitCode.DONE);
        assertThat(plugin.begun()).as("made again").hasSize(CELLS + 1);
    }

    @Test
    void recordWhatTwoExecutorsDiedOf() throws IOException, InterruptedException {
        Files.writeString(
                place.config(),
                Files.readString(place.config()).replace("\"counted\": {", "\"counted\": {\"deadly\": 2, "));
        plugin.allow(CELLS);
        Outcome outcome = start("tiny", "--engine", "spark", "--master", CLUSTER, "--jobs", "2")
                .outcome();

        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(states("tiny")).hasSize(CELLS).containsOnly("done", "failed");
        assertThat(place.runs().resolve("tiny/parts/2-one-counted-2/trial.json"))
                .content()
                .contains("no executor has made it");
        assertThat(plugin.begun()).hasSize(CELLS + 2);
    }

    /** What an executor has not finished is given up, and made again: what was saved of it was saved there. */
    @Test
    void areInterruptedAndGoOn() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Interrupts.arePossible(), "this process ignores interrupts, and so do those that it starts");
        plugin.allow(2);
        FreshJvm run = start("tiny", "--engine", "spark", "--master", CLUSTER, "--jobs", "2");
        plugin.awaitBegun(4);
        Interrupts.send(run.process());
        Outcome outcome = run.outcome();

        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(outcome.out()).contains("--jobs 2 --engine spark --master '" + CLUSTER + "' --resume");
        assertThat(states("tiny")).containsExactlyInAnyOrder("done", "done", "interrupted", "interrupted");

        plugin.allow(CELLS);
        assertThat(start("tiny", "--resume").outcome().code()).isEqualTo(ExitCode.DONE);
        assertThat(plugin.finished()).hasSize(CELLS).doesNotHaveDuplicates();
    }

    /** Everything but when and how long; refusals are told where the user's config says it. */
    @Test
    void leaveTheSameFilesAsOneProcess() throws IOException, InterruptedException {
        Files.writeString(place.config(), MIXED);
        Outcome alone = start("alone").outcome();
        Outcome together = start("together", "--engine", "spark", "--master", CLUSTER, "--jobs", "2")
                .outcome();

        assertThat(alone.code()).as(alone.err()).isEqualTo(ExitCode.DONE);
        assertThat(together.code()).as(together.out() + together.err()).isEqualTo(ExitCode.DONE);
        Map<String, String> files = new RunFiles(place.runs().resolve("alone")).timeless();
        assertThat(files).hasSizeGreaterThan(20).containsKey("results.csv");
        assertThat(files.values()).anyMatch(text -> text.contains("must be at most 36"));
        Map<String, String> others = new RunFiles(place.runs().resolve("together")).timeless();
        assertThat(others.keySet()).isEqualTo(files.keySet());
        files.forEach((path, text) -> assertThat(others.get(path)).as(path).isEqualTo(text));
    }

    @Test
    void leaveNoFolderWhereThereIsNoCluster() throws IOException, InterruptedException {
        Outcome outcome = start("tiny", "--engine", "spark", "--master", "moss", "--jobs", "2")
                .outcome();

        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err()).contains("--master moss: Could not parse Master URL");
        assertThat(place.runs()).doesNotExist();
    }

    /** A cluster of this machine starts executors by what Spark's folder holds; here they take all from the class path. */
    private FreshJvm start(String name, String... more) throws IOException {
        Map<String, String> environment = Map.of(
                "SPARK_HOME", folder.resolve("spark").toString(),
                "SPARK_LOCAL_IP", "127.0.0.1",
                "SPARK_LOCAL_HOSTNAME", "localhost");
        List<String> arguments = new ArrayList<>(List.of(place.running(more)));
        arguments.addAll(List.of("--name", name));
        return FreshJvm.startWith(
                plugin.jar(), folder, List.of("-Xmx512m"), environment, arguments.toArray(String[]::new));
    }

    private List<String> states(String name) throws IOException {
        return new RunFiles(place.runs().resolve(name)).states();
    }
}

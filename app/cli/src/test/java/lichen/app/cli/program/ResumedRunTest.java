package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lichen.app.cli.FreshJvm;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed or interrupted end, once resumed, with the bytes of one that was left alone. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ResumedRunTest {
    private static final String RESULT = "images/result.png";
    private static final int EVALUATIONS = 60;
    private static final String[] LONGER = {"-s", "stop.evaluations=" + EVALUATIONS, "-s", "network.blocks.0.kernel=5"};
    private static final long SEED = 20;

    @TempDir
    private static Path folder;

    private static Workplace place = new Workplace(Path.of(""));

    @BeforeAll
    static void runUninterrupted() throws IOException {
        place = Workplace.in(folder);
        assertThat(place.run(named("whole")).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aRunThatIsKilledTenTimesEndsWithTheSameBytes() throws IOException, InterruptedException {
        KilledRun run = run("killed");
        run.killTenTimes(new Random(SEED), EVALUATIONS);
        assertThat(run.start().outcome().code())
                .isIn(ExitCode.DONE, ExitCode.INPUT); // refused only where the last kill came after the end
        assertSameAsUninterrupted("killed");
    }

    @Test
    void anInterruptedRunSavesItsStateAndSaysHowToGoOn() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Interrupts.arePossible(), "this process ignores interrupts, and so do those that it starts");
        KilledRun interrupted = run("interrupted");
        FreshJvm run = interrupted.start();
        while (run.process().isAlive() && interrupted.rows() < 10) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        Interrupts.send(run.process());
        Outcome outcome = run.outcome();
        assertThat(outcome.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(outcome.out()).contains("interrupted after ", "The state is saved. To go on: lichen run ");
        assertThat(manifest("interrupted")).contains("\"status\": \"interrupted\"");
        assertThat(place.runs().resolve("interrupted/checkpoint/state.npz")).exists();
        assertThat(place.runs().resolve("interrupted/report.html")).exists();

        String advice = outcome.out()
                .lines()
                .filter(line -> line.startsWith("The state is saved."))
                .findFirst()
                .orElseThrow();
        assertThat(Outcome.of(words(advice.substring(advice.indexOf("lichen ") + 7)))
                        .code())
                .isEqualTo(ExitCode.DONE);
        assertSameAsUninterrupted("interrupted");
    }

    private static void assertSameAsUninterrupted(String name) throws IOException {
        assertThat(result(name)).hasSameBinaryContentAs(result("whole"));
        assertThat(numbers(name)).hasSize(1 + EVALUATIONS).isEqualTo(numbers("whole"));
        assertThat(manifest(name)).contains("\"status\": \"done\"");
        try (Stream<Path> left = Files.walk(place.runs().resolve(name))) {
            assertThat(left.map(Path::toString)).noneMatch(path -> path.endsWith(".partial"));
        }
    }

    private static KilledRun run(String name) {
        return new KilledRun(folder, name, RESULT, List.of(place.running(named(name))));
    }

    private static String[] named(String name) {
        return Stream.concat(Stream.of("--name", name), Stream.of(LONGER)).toArray(String[]::new);
    }

    private static Path result(String name) {
        return place.runs().resolve(name).resolve(RESULT);
    }

    private static String manifest(String name) throws IOException {
        return Files.readString(place.runs().resolve(name).resolve("manifest.json"));
    }

    /** The metrics without the seconds, which differ. */
    private static List<String> numbers(String name) throws IOException {
        return Files.readAllLines(place.runs().resolve(name).resolve("metrics.csv")).stream()
                .map(line -> line.substring(0, line.lastIndexOf(',')))
                .collect(Collectors.toList());
    }

    /** Takes a command apart as a shell would. */
    private static String[] words(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
        String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return words.lines().toArray(String[]::new);
    }
}

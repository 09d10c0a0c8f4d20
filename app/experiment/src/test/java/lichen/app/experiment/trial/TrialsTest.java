package lichen.app.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.bundled.Wiring;
import lichen.core.backend.BackendChoice;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
    private static final Injector INJECTOR = Wiring.injector();
    private static final ImageCodec IMAGES = INJECTOR.getInstance(ImageCodec.class);
    private static final Surroundings HERE = new Surroundings("1", "cpu", List.of());

    private final List<String> began = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final List<List<String>> milestones = new ArrayList<>();
    private Runnable interrupt = () -> {};

    @TempDir
    private Path folder;

    private RunDirectory run;

    @BeforeEach
    void begin() throws IOException {
        run = RunDirectory.create(folder, "run", "{}");
    }

    @AfterEach
    void end() throws IOException {
        run.close();
        Errand.WORK.clear();
    }

    @Test
    void areDoneInTheirOrderEachInAFolderOfItsOwn() throws IOException {
        assertThat(run("one", "two")).isTrue();

        assertThat(began).containsExactly("one", "two");
        assertThat(state("two").message()).isEqualTo("two is done");
        assertThat(state("two").files()).containsOnlyKeys("word.txt");
        assertThat(file("one", "word.txt")).hasContent("one");
        assertThat(file("one", "checkpoint")).isDirectory();
    }

    @Test
    void goOnWhereOneFailsWhichIsToldAndTriedAgainLater() throws IOException {
        Errand.WORK.put("two", session -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(run("one", "two", "three")).isTrue();
        assertThat(state("two").status()).isEqualTo(Status.FAILED);
        assertThat(state("two").message()).isEqualTo("Java heap space");
        assertThat(Trials.missing(run, List.of("one", "two", "three"))).containsExactly("two");
        assertThat(verdict("one", "two", "three"))
                .isEqualTo(Verdict.partial("made, of 3 parts 1 failed", run.report()));

        began.clear();
        Errand.WORK.clear();
        assertThat(run("one", "two", "three")).isTrue();
        assertThat(began).containsExactly("two");
        assertThat(verdict("one", "two", "three")).isEqualTo(Verdict.done("made", run.report()));
    }

    /** Whoever looks at the run meanwhile sees what is there by then. */
    @Test
    void tellAfterEachThatItHasEnded() throws IOException {
        run("one", "two");
        assertThat(milestones).containsExactly(List.of("one"), List.of("one", "two"));
    }

    @Test
    void goOnWhereOneCannotBeSaid() throws IOException {
        Trial lost = new Trial("lost", "$", () -> {
            throw new IOException("what it needs has failed");
        });
        assertThat(trials(HERE).run(List.of(lost, trial(Errand.of("one"), "one"))))
                .isTrue();
        assertThat(state("lost").message()).isEqualTo("what it needs has failed");
        assertThat(state("one").isDone()).isTrue();

        assertThat(trials(HERE).run(List.of(trial(Errand.of("found"), "lost")))).isTrue();
        assertThat(state("lost").isDone()).isTrue();
    }

    @Test
    void stopWhereTheUserInterruptsOneAndGoOnWithWhatItHasLeft() throws IOException {
        Errand.WORK.put("one", session -> {
            Files.writeString(session.run().folder().resolve("half.txt"), "half");
            return Verdict.interrupted("interrupted");
        });
        assertThat(run("one", "two")).isFalse();
        assertThat(began).containsExactly("one");
        assertThat(state("one").status()).isEqualTo(Status.INTERRUPTED);

        Errand.WORK.clear();
        assertThat(run("one", "two")).isTrue();
        assertThat(file("one", "half.txt")).exists();
    }

    @Test
    void stopWhereTheUserInterruptsBetweenTwo() throws IOException {
        Errand.WORK.put("one", session -> {
            interrupt.run();
            return Verdict.done("just done", session.run().report());
        });
        assertThat(run("one", "two")).isFalse();
        assertThat(state("one").message()).isEqualTo("just done");
        assertThat(TrialState.read(run.part("two"))).isEmpty();
    }

    @Test
    void areMadeAnewWhereSomethingThatTheyDependOnHasChanged() throws IOException {
        Path photograph = Files.writeString(folder.resolve("photo.txt"), "gravel");
        assertBegins(errand(1, photograph), HERE);
        String key = state("it").key();
        assertBeginsNothing(errand(1, photograph), HERE);

        Files.writeString(photograph, "grovel");
        assertBegins(errand(1, photograph), HERE);
        assertThat(state("it").key()).isNotEqualTo(key);
        Files.writeString(photograph, "gravel");
        assertBegins(errand(1, photograph), HERE);
        assertThat(state("it").key()).isEqualTo(key);

        assertBegins(errand(2, photograph), HERE);
        assertBegins(errand(2, photograph), new Surroundings("2", "cpu", List.of()));
        assertBegins(errand(2, photograph), new Surroundings("2", "cuda", List.of()));
        assertBegins(errand(2, photograph), new Surroundings("2", "cuda", List.of("a1", "b2")));
        assertBeginsNothing(errand(2, photograph), new Surroundings("2", "cuda", List.of("b2", "a1")));
    }

    @Test
    void leaveNothingOfWhatWasThereByAnotherKey() throws IOException {
        run("one");
        Files.writeString(file("one", "scores.csv"), "of the old one");
        assertThat(trials(HERE).run(List.of(trial(Errand.of("other"), "one")))).isTrue();
        assertThat(file("one", "scores.csv")).doesNotExist();
        assertThat(file("one", "word.txt")).hasContent("other");
    }

    @Test
    void knowAFileByItsContentsWhereverItLies() throws IOException {
        Path photograph = Files.writeString(folder.resolve("photo.txt"), "gravel");
        assertBegins(errand(1, photograph), HERE);
        assertBeginsNothing(errand(1, Files.copy(photograph, folder.resolve("copy.txt"))), HERE);
    }

    @Test
    void areComputedOnceWhateverTheirNames() throws IOException {
        Errand.WORK.put("one", session -> {
            began.add("computed");
            Files.writeString(session.run().image("result"), "an image");
            return Verdict.done("made", session.run().report());
        });
        run("one");
        Files.writeString(file("one", "scores.csv"), "made of its result later");
        trials(HERE).run(List.of(trial(Errand.of("one"), "one"), trial(Errand.of("one"), "again")));

        assertThat(began).containsOnlyOnce("computed");
        assertThat(file("again", "images/result.png")).hasContent("an image");
        assertThat(file("again", "scores.csv")).doesNotExist();
        assertThat(state("again").key()).isEqualTo(state("one").key());
        assertThat(state("again").isDone()).isTrue();
    }

    @Test
    void areMadeAgainWhereWhatTheyLeftIsDamaged() throws IOException {
        run("one", "two", "three");
        Files.writeString(file("two", "word.txt"), "tw");
        String whole = Files.readString(file("three", "trial.json"));
        Files.writeString(file("three", "trial.json"), whole.substring(0, whole.length() / 2));
        Files.delete(file("one", "word.txt"));
        began.clear();

        assertThat(run("one", "two", "three")).isTrue();

        assertThat(began).containsExactly("one", "two", "three");
        assertThat(said)
                .contains(
                        "one: damaged since it was made: word.txt; made again",
                        "two: damaged since it was made: word.txt; made again",
                        "three: damaged since it was made: trial.json; made again");
        assertThat(file("one", "word.txt")).hasContent("one");
        assertThat(file("two", "word.txt")).hasContent("two");
        assertThat(state("three").isDone()).isTrue();
    }

    /** All would fail one after the other; the state of the one at work says that it is not over. */
    @Test
    void stopWhereTheDiskIsFull() throws IOException {
        Errand.WORK.put("two", session -> {
            throw new IOException("result.png: No space left on device");
        });
        assertThatThrownBy(() -> run("one", "two", "three")).hasMessageContaining("No space left");
        assertThat(state("two").status()).isEqualTo(Status.RUNNING);
        assertThat(TrialState.read(run.part("three"))).isEmpty();

        Errand.WORK.clear();
        began.clear();
        assertThat(run("one", "two", "three")).isTrue();
        assertThat(began).containsExactly("two", "three");
    }

    private static Errand errand(long seed, Path photograph) {
        return new Errand("it", seed, BackendChoice.CPU, Optional.of(FileReference.to(photograph)));
    }

    private void assertBegins(Errand errand, Surroundings surroundings) throws IOException {
        began.clear();
        trials(surroundings).run(List.of(trial(errand, "it")));
        assertThat(began).containsExactly("it");
    }

    private void assertBeginsNothing(Errand errand, Surroundings surroundings) throws IOException {
        began.clear();
        trials(surroundings).run(List.of(trial(errand, "it")));
        assertThat(began).isEmpty();
    }

    private boolean run(String... words) throws IOException {
        return trials(HERE).run(all(words));
    }

    private Verdict verdict(String... words) throws IOException {
        return Trials.verdict(run, all(words), "made", run.report());
    }

    private static List<Trial> all(String... words) {
        return List.of(words).stream().map(word -> trial(Errand.of(word), word)).toList();
    }

    private static Trial trial(Errand errand, String name) {
        return new Trial(name, "$", errand);
    }

    private Path file(String trial, String file) throws IOException {
        return run.part(trial).folder().resolve(file);
    }

    private TrialState state(String trial) throws IOException {
        return TrialState.read(run.part(trial)).orElseThrow();
    }

    private Trials trials(Surroundings surroundings) {
        String config = "{\"type\": \"quilting\", \"target\": {\"image\": \"photo.png\"}}";
        Workbench workbench = new Workbench(
                INJECTOR.getInstance(ConfigReader.class)
                        .read(new ConfigText("whole.json", folder, config), List.of(), Experiment.class),
                IMAGES,
                new RandomStreams(1));
        return new Trials(
                workbench,
                new Session(
                        run,
                        IMAGES,
                        progress(),
                        action -> interrupt = action,
                        true,
                        surroundings,
                        new ThisProcess(),
                        () -> milestones.add(List.copyOf(began))));
    }

    /** Keeps the names of the trials that begin. */
    private ProgressDisplay progress() {
        return new ProgressDisplay() {
            @Override
            public void update(long done, long total, String counted, double loss) {}

            @Override
            public void message(String line) {
                said.add(line);
                if (line.startsWith("part ")) {
                    began.add(line.replaceFirst(".*: ", ""));
                }
            }

            @Override
            public void close() {}
        };
    }
}

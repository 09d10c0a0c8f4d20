package lichen.app.experiment.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Made;
import lichen.app.experiment.ProgressDisplay;
import lichen.app.experiment.Session;
import lichen.app.experiment.Surroundings;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.Workforce;
import lichen.app.experiment.bundled.Wiring;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;
import lichen.io.json.ConfigReader;
import lichen.io.json.ConfigText;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trials of a workforce that makes three at the same time. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ParallelTrialsTest {
    private static final Injector INJECTOR = Wiring.injector();
    private static final int HANDS = 3;

    private final List<String> made = Collections.synchronizedList(new ArrayList<>());
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

    /** Each waits for the two others that are at work with it, so that no fewer than three would ever end. */
    @Test
    void areMadeAtTheSameTimeAndEachOnce() throws IOException {
        CyclicBarrier meeting = new CyclicBarrier(HANDS);
        List<String> words =
                IntStream.range(0, 4 * HANDS).mapToObj(i -> "errand-" + i).toList();
        words.forEach(word -> Errand.WORK.put(word, session -> {
            await(meeting);
            return made(word, session);
        }));

        assertThat(run(words)).isTrue();

        assertThat(made).containsExactlyInAnyOrderElementsOf(words);
        assertThat(Trials.missing(run, words)).isEmpty();
        assertThat(run(words)).isTrue();
        assertThat(made).hasSize(words.size());
    }

    @Test
    void beginWhenThoseThatTheyNeedHaveEnded() throws IOException {
        CountDownLatch others = new CountDownLatch(2);
        Errand.WORK.put("network", session -> {
            await(others);
            return made("network", session);
        });
        Errand.WORK.put("texture", session -> made("texture", session));
        for (String word : List.of("one", "two")) {
            Errand.WORK.put(word, session -> {
                others.countDown();
                return made(word, session);
            });
        }
        Trial texture = new Trial("texture", "$", Set.of("network"), () -> Errand.of("texture"));

        assertThat(trials().run(List.of(trial("network"), texture, trial("one"), trial("two"))))
                .isTrue();

        assertThat(made).containsSubsequence("network", "texture");
    }

    @Test
    void ofOneKeyAreMadeOnce() throws IOException {
        Errand.WORK.put("one", session -> made("one", session));
        List<Trial> same = IntStream.range(0, 2 * HANDS)
                .mapToObj(i -> new Trial("copy-" + i, "$", Errand.of("one")))
                .toList();

        assertThat(trials().run(same)).isTrue();

        assertThat(made).containsExactly("one");
        assertThat(Trials.missing(run, same.stream().map(Trial::name).toList())).isEmpty();
    }

    @Test
    void areAllStoppedByTheUser() throws IOException {
        CyclicBarrier meeting = new CyclicBarrier(HANDS);
        List<String> words = List.of("a", "b", "c", "d", "e");
        words.forEach(word -> Errand.WORK.put(word, session -> {
            CountDownLatch stopped = new CountDownLatch(1);
            session.interruption().accept(stopped::countDown);
            await(meeting);
            if (word.equals("a")) {
                interrupt.run();
            }
            await(stopped);
            return Verdict.interrupted("saved");
        }));

        assertThat(run(words)).isFalse();

        for (String word : List.of("a", "b", "c")) {
            assertThat(TrialState.read(run.part(word)).orElseThrow().status()).isEqualTo(Status.INTERRUPTED);
        }
        assertThat(TrialState.read(run.part("d"))).isEmpty();
        assertThat(TrialState.read(run.part("e"))).isEmpty();
    }

    @Test
    void areAllStoppedWhereTheRunCannotGoOn() {
        CyclicBarrier meeting = new CyclicBarrier(HANDS);
        List<String> words = List.of("a", "b", "c", "d");
        words.forEach(word -> Errand.WORK.put(word, session -> {
            CountDownLatch stopped = new CountDownLatch(1);
            session.interruption().accept(stopped::countDown);
            await(meeting);
            if (word.equals("b")) {
                throw new IOException("No space left on device");
            }
            await(stopped);
            return made(word, session);
        }));

        assertThatThrownBy(() -> run(words)).isInstanceOf(IOException.class).hasMessage("No space left on device");
        assertThat(made).containsExactlyInAnyOrder("a", "c");
    }

    private Verdict made(String word, Session session) throws IOException {
        made.add(word);
        Files.writeString(session.run().folder().resolve("word.txt"), word);
        return Verdict.done("made", session.run().report());
    }

    private static void await(CyclicBarrier meeting) {
        try {
            meeting.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("nobody else came", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean run(List<String> words) throws IOException {
        return trials().run(words.stream().map(ParallelTrialsTest::trial).toList());
    }

    private static Trial trial(String word) {
        return new Trial(word, "$", Errand.of(word));
    }

    private Trials trials() {
        ConfigText text = new ConfigText(
                "whole.json", folder, "{\"type\": \"quilting\", \"target\": {\"image\": \"photo.png\"}}");
        ImageCodec images = INJECTOR.getInstance(ImageCodec.class);
        Workbench workbench = new Workbench(
                INJECTOR.getInstance(ConfigReader.class).read(text, List.of(), Experiment.class),
                images,
                new RandomStreams(1));
        Surroundings here = new Surroundings("1", "cpu", List.of());
        return new Trials(
                workbench,
                new Session(
                        run,
                        images,
                        ProgressDisplay.none(),
                        action -> interrupt = action,
                        true,
                        here,
                        new Hands(),
                        () -> {}));
    }

    /** Three threads of this process. */
    private static final class Hands implements Workforce {
        @Override
        public Made make(Workbench part, String key, Session session) throws IOException {
            return new ThisProcess().make(part, key, session);
        }

        @Override
        public int size() {
            return HANDS;
        }
    }
}

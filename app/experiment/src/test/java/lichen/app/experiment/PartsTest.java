package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lichen.app.experiment.report.Section;
import lichen.io.image.ImageCodec;
import lichen.io.run.RunDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    private final List<String> did = new ArrayList<>();
    private Runnable interrupt = () -> {};

    @TempDir
    private Path folder;

    @Test
    void areDoneInTheirOrderEachInAFolderOfItsOwn() throws IOException {
        try (RunDirectory run = RunDirectory.create(folder, "run", "{}")) {
            assertThat(Parts.run(session(run), List.of(part("one"), part("two"))))
                    .isTrue();
            assertThat(did).containsExactly("one", "two");
            assertThat(Parts.message(run.part("two"))).contains("two is done");
            assertThat(run.folder().resolve("parts/one/checkpoint")).isDirectory();
        }
    }

    @Test
    void areNotDoneTwice() throws IOException {
        try (RunDirectory run = RunDirectory.create(folder, "run", "{}")) {
            Parts.Part failing = part("two", session -> {
                throw new IllegalStateException("killed");
            });
            assertThatThrownBy(() -> Parts.run(session(run), List.of(part("one"), failing)))
                    .hasMessage("killed");
            assertThat(Parts.message(run.part("two"))).isEmpty();
            assertThat(Parts.run(session(run), List.of(part("one"), part("two"))))
                    .isTrue();
            assertThat(did).containsExactly("one", "two", "two");
        }
    }

    @Test
    void stopWhereTheUserInterruptsOne() throws IOException {
        try (RunDirectory run = RunDirectory.create(folder, "run", "{}")) {
            Parts.Part interrupted = part("one", session -> Verdict.interrupted("interrupted"));
            assertThat(Parts.run(session(run), List.of(interrupted, part("two"))))
                    .isFalse();
            assertThat(did).containsExactly("one");
            assertThat(Files.exists(run.part("one").folder().resolve("done.txt")))
                    .isFalse();
        }
    }

    @Test
    void stopWhereTheUserInterruptsBetweenTwo() throws IOException {
        try (RunDirectory run = RunDirectory.create(folder, "run", "{}")) {
            Parts.Part first = part("one", session -> {
                interrupt.run();
                return Verdict.done("just done", run.report());
            });
            assertThat(Parts.run(session(run), List.of(first, part("two")))).isFalse();
            assertThat(Parts.message(run.part("one"))).contains("just done");
            assertThat(did).containsExactly("one");
        }
    }

    private Parts.Part part(String name) {
        return part(
                name, session -> Verdict.done(name + " is done", session.run().report()));
    }

    private Parts.Part part(String name, Function<Session, Verdict> work) {
        return new Parts.Part(name, () -> new Task() {
            @Override
            public Verdict run(Session session) {
                did.add(name);
                return work.apply(session);
            }

            @Override
            public List<Section> report(RunDirectory run) {
                return List.of();
            }

            @Override
            public void close() {}
        });
    }

    private Session session(RunDirectory run) {
        ImageCodec images = Guice.createInjector().getInstance(ImageCodec.class);
        return new Session(run, images, ProgressDisplay.none(), action -> interrupt = action, true);
    }
}

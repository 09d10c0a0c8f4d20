package lichen.app.experiment.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.report.Section;
import lichen.core.backend.BackendChoice;
import lichen.core.plugin.FileReference;
import lichen.io.run.RunDirectory;

/**
 * An experiment that leaves a file with its word, unless the test makes it do something else.
 *
 * @param word what it writes, and the name by which the test finds it
 * @param seed its seed
 * @param backend what would compute
 * @param photograph a file that it would read
 */
record Errand(String word, long seed, BackendChoice backend, Optional<FileReference> photograph) implements Experiment {
    /** What errands do by their words, where it is not writing. */
    static final Map<String, Work> WORK = new ConcurrentHashMap<>();

    interface Work {
        Verdict run(Session session) throws IOException;
    }

    static Errand of(String word) {
        return new Errand(word, 1, BackendChoice.CPU, Optional.empty());
    }

    @Override
    public Task open(Workbench workbench) {
        return new Task() {
            @Override
            public Verdict run(Session session) throws IOException {
                return WORK.getOrDefault(word, own -> write(own)).run(session);
            }

            @Override
            public List<Section> report(RunDirectory run) {
                return List.of();
            }

            @Override
            public void close() {}
        };
    }

    private Verdict write(Session session) throws IOException {
        Files.writeString(session.run().folder().resolve("word.txt"), word);
        return Verdict.done(word + " is done", session.run().report());
    }
}

package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.List;
import lichen.app.experiment.Parts;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Section;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/** Makes one image and writes down how that went. What fails, the memory included, fails alone: the other images are made. */
final class ImageTask implements Task {
    private static final double NANOSECONDS = 1e9;

    private final Parts.Opening opening;

    ImageTask(Parts.Opening opening) {
        this.opening = opening;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        double before = Outcome.read(session.run()).map(Outcome::seconds).orElse(0.0);
        long start = System.nanoTime();
        Outcome made = make(session);
        double seconds = before + (System.nanoTime() - start) / NANOSECONDS;
        new Outcome(made.status(), seconds, made.message()).write(session.run());
        if (made.status() == Status.FAILED) {
            session.progress().message("failed: " + made.message());
        }
        return made.status() == Status.INTERRUPTED
                ? Verdict.interrupted(made.message())
                : Verdict.done(made.message(), session.run().folder());
    }

    private Outcome make(Session session) {
        try (Task task = opening.open()) {
            Verdict verdict = task.run(session);
            verdict.doRest();
            return new Outcome(verdict.status(), 0, verdict.message());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return new Outcome(Status.FAILED, 0, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    @Override
    public List<Section> report(RunDirectory run) {
        return List.of();
    }

    @Override
    public void close() {
        // What is opened is closed when it has run.
    }
}

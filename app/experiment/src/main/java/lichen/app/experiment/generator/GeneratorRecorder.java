package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.Writing;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.io.run.MetricsCsv;

/** Writes down the training of a generator while it runs: numbers, previews, states to go on from. */
final class GeneratorRecorder implements StepListener, AutoCloseable {
    private final Session session;
    private final GeneratorExperiment experiment;
    private final Learning learning;
    private final Previews previews;
    private final MetricsCsv steps;
    private final StateSaver saver;
    private Optional<LoopState> last = Optional.empty();

    /**
     * Opens the table.
     *
     * @param evaluations where the training goes on: what was written later is dropped
     */
    GeneratorRecorder(
            Session session, GeneratorExperiment experiment, Learning learning, Previews previews, long evaluations)
            throws IOException {
        this.session = session;
        this.experiment = experiment;
        this.learning = learning;
        this.previews = previews;
        List<String> columns = new ArrayList<>(List.of("evaluation"));
        columns.addAll(learning.columns());
        this.steps = MetricsCsv.resume(session.run().metrics(), columns, evaluations);
        this.saver = new StateSaver(session, experiment.output().checkpointSeconds(), List.of(steps, previews.table()));
    }

    @Override
    public void evaluated(Step step) {
        Writing.now(() -> steps.append(step.evaluation(), learning.row(step)));
        session.progress().update(step.evaluation(), experiment.stop().evaluations(), "steps", step.loss());
    }

    @Override
    public void iterated(Progress progress) {
        int every = experiment.output().previewEvery();
        if (every > 0 && progress.evaluations() % every == 0) {
            Writing.now(() -> previews.show(progress.evaluations()));
        }
        saver.saveIfDue(() -> Standing.first(progress.state()));
    }

    @Override
    public void ended(Progress progress) {
        last = Optional.of(progress.state());
    }

    @Override
    public void noticed(String message) {
        session.progress().message(message);
    }

    /** Saves the state in which the training ended. */
    void saveState() throws IOException {
        saver.save(Standing.first(last.orElseThrow()));
    }

    @Override
    public void close() throws IOException {
        steps.close();
    }
}

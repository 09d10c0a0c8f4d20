package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Output;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.Writing;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.io.run.MetricsCsv;

/** Writes down how a generator learns: numbers, previews, states to go on from. */
final class LearningRecorder implements StepListener, AutoCloseable {
    private final Learning learning;
    private final Output output;
    private final int most;
    private final Session session;
    private final Previews previews;
    private final MetricsCsv steps;
    private final StateSaver saver;
    private Runnable collapsed = () -> {};
    private Optional<LoopState> last = Optional.empty();

    /**
     * Opens the table.
     *
     * @param most how many evaluations there will be
     * @param evaluations where the training goes on: what was written later is dropped
     */
    LearningRecorder(Learning learning, Output output, int most, Session session, Previews previews, long evaluations)
            throws IOException {
        this.learning = learning;
        this.output = output;
        this.most = most;
        this.session = session;
        this.previews = previews;
        List<String> columns = new ArrayList<>(List.of("evaluation"));
        columns.addAll(learning.columns());
        this.steps = MetricsCsv.resume(session.run().metrics(), columns, evaluations);
        this.saver = new StateSaver(session, output.checkpointSeconds(), List.of(steps, previews.table()));
    }

    /** Tells what to do when the training has collapsed. */
    void whenCollapsed(Runnable action) {
        collapsed = action;
    }

    @Override
    public void evaluated(Step step) {
        Writing.now(() -> steps.append(step.evaluation(), learning.row(step)));
        session.progress().update(step.evaluation(), most, "steps", step.loss());
    }

    @Override
    public void iterated(Progress progress) {
        int every = output.previewEvery();
        if (every > 0 && progress.evaluations() % every == 0) {
            Writing.now(() -> previews.look(progress.evaluations(), learning.graph()));
            if (previews.haveCollapsed()) {
                collapsed.run();
            }
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

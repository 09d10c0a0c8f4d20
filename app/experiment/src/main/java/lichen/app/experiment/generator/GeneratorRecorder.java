package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.Writing;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.io.run.MetricsCsv;

/** Writes down the training of a generator while it runs: numbers, previews, states to go on from. */
final class GeneratorRecorder implements StepListener, AutoCloseable {
    private final Curriculum course;
    private final Session session;
    private final MetricsCsv steps;
    private final StateSaver saver;
    private Optional<Previews> previews = Optional.empty();
    private Optional<LoopState> last = Optional.empty();

    /**
     * Opens the table.
     *
     * @param state where the training goes on, if it does: what was written later is dropped
     */
    GeneratorRecorder(Curriculum course, Session session, Optional<LoopState> state) throws IOException {
        this.course = course;
        this.session = session;
        this.steps = MetricsCsv.resume(
                session.run().metrics(),
                SynthesisReport.COLUMNS,
                state.map(LoopState::evaluations).orElse(0));
        this.saver = new StateSaver(session, course.output().checkpointSeconds(), List.of(steps));
    }

    /** Shows previews as well. */
    GeneratorRecorder showing(Previews shown) {
        previews = Optional.of(shown);
        return this;
    }

    @Override
    public void evaluated(Step step) {
        Writing.now(() -> steps.append(step.evaluation(), step.loss(), step.gradientNorm(), 1, step.seconds()));
        session.progress().update(step.evaluation(), course.stop().evaluations(), "steps", step.loss());
    }

    @Override
    public void iterated(Progress progress) {
        int every = course.output().previewEvery();
        if (every > 0 && progress.evaluations() % every == 0 && previews.isPresent()) {
            Writing.now(() -> previews.get().show(progress.evaluations()));
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

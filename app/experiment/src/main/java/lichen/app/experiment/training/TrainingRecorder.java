package lichen.app.experiment.training;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.Writing;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.io.image.Depth;
import lichen.io.run.MetricsCsv;
import lichen.model.train.EpochEnd;
import lichen.model.train.Trainer;
import lichen.model.train.TrainingListener;

/** Writes down a training while it runs: numbers of steps and epochs, strips of reconstructions, states to go on from. */
final class TrainingRecorder implements TrainingListener, AutoCloseable {
    private static final List<String> COLUMNS = List.of("step", "loss", "gradient_norm", "seconds");

    private final Session session;
    private final TrainingCourse course;
    private final MetricsCsv steps;
    private final MetricsCsv epochs;
    private final StateSaver saver;
    private Optional<LoopState> last = Optional.empty();

    /**
     * Opens the tables.
     *
     * @param state where the training goes on, if it does: what was written later is dropped
     */
    TrainingRecorder(Session session, TrainingCourse course, Optional<LoopState> state) throws IOException {
        this.session = session;
        this.course = course;
        this.steps = MetricsCsv.resume(
                session.run().metrics(),
                COLUMNS,
                state.map(LoopState::evaluations).orElse(0));
        this.epochs = MetricsCsv.resume(
                EpochTable.file(session.run()),
                EpochTable.COLUMNS,
                state.map(Trainer::epochs).orElse(-1));
        this.saver = new StateSaver(session, course.output().checkpointSeconds(), List.of(steps, epochs));
    }

    /** Writes down the network before its first step. */
    void untrained(double loss) throws IOException {
        epochs.append(0, Double.NaN, loss);
        session.images().writePng(course.strip(), session.run().image(TrainingReport.UNTRAINED), Depth.EIGHT_BITS);
        session.progress().message(String.format(Locale.ROOT, "untrained: loss %.4g", loss));
    }

    @Override
    public void evaluated(Step step) {
        Writing.now(() -> steps.append(step.evaluation(), step.loss(), step.gradientNorm(), step.seconds()));
        session.progress().update(step.evaluation(), course.mostSteps(), "steps", step.loss());
    }

    @Override
    public void epochEnded(EpochEnd epoch) {
        double validation = epoch.validationLoss().orElse(Double.NaN);
        Writing.now(() -> epochs.append(epoch.epoch(), epoch.trainingLoss(), validation));
        String name = String.format(Locale.ROOT, "epoch-%05d", epoch.epoch());
        Writing.now(
                () -> session.images().writePng(course.strip(), session.run().image(name), Depth.EIGHT_BITS));
        String judged = epoch.validationLoss().isPresent()
                ? String.format(Locale.ROOT, ", validation loss %.4g", validation)
                : "";
        session.progress()
                .message(String.format(
                        Locale.ROOT, "epoch %d: training loss %.4g%s", epoch.epoch(), epoch.trainingLoss(), judged));
    }

    @Override
    public void iterated(Progress progress) {
        saver.saveIfDue(() -> Standing.first(progress.state()));
    }

    @Override
    public void ended(Progress progress) {
        last = Optional.of(progress.state());
    }

    /** Saves the state in which the training ended. */
    void saveState() throws IOException {
        saver.save(Standing.first(last.orElseThrow()));
    }

    @Override
    public void close() throws IOException {
        steps.close();
        epochs.close();
    }
}

package lichen.app.experiment.training;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lichen.app.experiment.SaveTimer;
import lichen.app.experiment.Session;
import lichen.app.experiment.Writing;
import lichen.core.npy.Npz;
import lichen.io.image.Depth;
import lichen.io.run.MetricsCsv;
import lichen.model.train.EpochEnd;
import lichen.model.train.TrainingListener;
import lichen.model.train.TrainingProgress;
import lichen.model.train.TrainingState;
import lichen.model.train.TrainingStep;

/** Writes down a training while it runs: numbers of steps and epochs, strips of reconstructions, states to go on from. */
final class TrainingRecorder implements TrainingListener, AutoCloseable {
    private static final List<String> COLUMNS =
            List.of("step", "epoch", "loss", "gradient_norm", "learning_rate", "seconds");
    private static final double NANOSECOND = 1e-9;

    private final Session session;
    private final TrainingCourse course;
    private final MetricsCsv steps;
    private final MetricsCsv epochs;
    private final SaveTimer timer;
    private final long started = System.nanoTime();
    private Optional<TrainingState> last = Optional.empty();

    /**
     * Opens the tables.
     *
     * @param state where the training goes on: what was written later is dropped
     */
    TrainingRecorder(Session session, TrainingCourse course, Optional<TrainingState> state) throws IOException {
        this.session = session;
        this.course = course;
        this.timer = new SaveTimer(course.output().checkpointSeconds());
        this.steps = MetricsCsv.resume(
                session.run().metrics(),
                COLUMNS,
                state.map(TrainingState::steps).orElse(0L));
        this.epochs = MetricsCsv.resume(
                EpochTable.file(session.run()),
                EpochTable.COLUMNS,
                state.map(TrainingState::epochs).orElse(-1));
    }

    /** Writes down the network before its first step. */
    void untrained(double loss) throws IOException {
        epochs.append(0, Double.NaN, loss);
        session.images().writePng(course.strip(), session.run().image(TrainingReport.UNTRAINED), Depth.EIGHT_BITS);
        session.progress().message(String.format(Locale.ROOT, "untrained: loss %.4g", loss));
    }

    @Override
    public void stepped(TrainingStep step, TrainingProgress progress) {
        double seconds = (System.nanoTime() - started) * NANOSECOND;
        Writing.now(() -> steps.append(
                step.step(), step.epoch(), step.loss(), step.gradientNorm(), step.learningRate(), seconds));
        session.progress().update(step.step(), course.mostSteps(), "steps", step.loss());
        if (timer.isDue()) {
            Writing.now(() -> save(progress.state()));
            timer.restart();
        }
    }

    @Override
    public void epochEnded(EpochEnd epoch, TrainingProgress progress) {
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
    public void ended(TrainingProgress progress) {
        last = Optional.of(progress.state());
    }

    /** Saves the state in which the training ended. */
    void saveState() throws IOException {
        save(last.orElseThrow());
    }

    @Override
    public void close() throws IOException {
        steps.close();
        epochs.close();
    }

    private void save(TrainingState state) throws IOException {
        steps.flush();
        epochs.flush();
        session.run().checkpoint().save(new Npz(state.arrays(), ""));
    }
}

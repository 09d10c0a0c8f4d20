package lichen.app.experiment.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Section;
import lichen.core.loop.Ending;
import lichen.core.loop.LoopState;
import lichen.core.optimizer.DivergenceException;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.data.DataSet;
import lichen.io.data.Epochs;
import lichen.io.data.PatchPlan;
import lichen.io.image.Depth;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;
import lichen.model.train.Reconstruction;
import lichen.model.train.Trainer;
import lichen.model.train.TrainingImages;
import lichen.model.train.TrainingOutcome;
import lichen.model.train.Validation;

/** A training with its network and buffers. */
public final class TrainingTask implements Task {
    private final TrainingExperiment experiment;
    private final PatchPlan plan;
    private final Reconstruction program;
    private final RandomStreams random;
    private final TensorScope scope;
    private Optional<DataSet> set = Optional.empty();

    TrainingTask(
            TrainingExperiment experiment,
            PatchPlan plan,
            Reconstruction program,
            RandomStreams random,
            TensorScope scope) {
        this.experiment = experiment;
        this.plan = plan;
        this.program = program;
        this.random = random;
        this.scope = scope;
    }

    @Override
    public List<InputFile> inputs() {
        return plan.inputs();
    }

    @Override
    public Verdict run(Session session) throws IOException {
        DataSet cut = RunPatches.cut(plan, session);
        set = Optional.of(cut);
        TrainingImages images = images(cut);
        Optional<LoopState> state = StateSaver.load(session.run()).map(Standing::loop);
        TrainingCourse course = TrainingCourse.of(experiment, program, cut);
        try (TrainingRecorder recorder = new TrainingRecorder(session, course, state)) {
            if (state.isEmpty()) {
                recorder.untrained(loss(images));
            }
            Trainer trainer = new Trainer(program, experiment.training(), random, recorder);
            session.interruption().accept(trainer::requestStop);
            TrainingOutcome outcome = train(trainer, images, state, recorder);
            if (outcome.ending() == Ending.STOPPED) {
                recorder.saveState();
                return Verdict.interrupted("interrupted after " + outcome.steps() + " steps");
            }
            session.images().writePng(course.strip(), session.run().image(TrainingReport.RESULT), Depth.EIGHT_BITS);
            return end(outcome, cut, session.run());
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    /** Where the numbers run away, the last good state is kept. */
    private static TrainingOutcome train(
            Trainer trainer, TrainingImages images, Optional<LoopState> state, TrainingRecorder recorder)
            throws IOException {
        try {
            return trainer.run(images, state.orElseGet(trainer::start));
        } catch (DivergenceException e) {
            recorder.saveState();
            throw e;
        }
    }

    private Verdict end(TrainingOutcome outcome, DataSet cut, RunDirectory run) throws IOException {
        EpochTable epochs = EpochTable.read(run);
        boolean best = experiment.training().stop().patience() > 0 && outcome.bestEpoch() > 0;
        int epoch = best ? outcome.bestEpoch() : outcome.epochs();
        WeightsManifest.of(cut, epochs, epoch).write(program.graph(), run);
        return Verdict.done(sentence(outcome, epochs, epoch), WeightsManifest.file(run));
    }

    private TrainingImages images(DataSet cut) {
        Epochs epochs = new Epochs(cut, random);
        return new TrainingImages(
                PatchBatches.training(epochs, experiment.batch()),
                cut.training().size() / experiment.batch(),
                cut.validation().isEmpty()
                        ? Optional.empty()
                        : Optional.of(PatchBatches.validation(epochs, experiment.batch())));
    }

    /** The reconstruction error of the network as it is: of images that it does not learn from, where there are any. */
    private double loss(TrainingImages images) throws IOException {
        return new Validation(
                        program,
                        images.validation().orElse(images.training()),
                        experiment.training().noise(),
                        random)
                .loss();
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        return TrainingReport.of(run, set);
    }

    @Override
    public void close() {
        scope.close();
    }

    private static String sentence(TrainingOutcome outcome, EpochTable epochs, int epoch) {
        String why = switch (outcome.ending()) {
            case PATIENCE -> "the validation loss does not fall any more";
            case STOPPED -> "it was interrupted";
            default -> "all steps are made";
        };
        return String.format(
                Locale.ROOT,
                "%s %.4g after epoch %d, untrained %.4g; %s",
                epochs.hasValidation() ? "validation loss" : "training loss",
                epochs.loss(epoch),
                epoch,
                epochs.untrained(),
                why);
    }
}

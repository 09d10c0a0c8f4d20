package lichen.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lichen.app.report.Section;
import lichen.core.image.Image;
import lichen.core.npy.Npz;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;
import lichen.synthesis.loop.Ending;
import lichen.synthesis.loop.LoopState;
import lichen.synthesis.loop.Minimum;
import lichen.synthesis.loop.SynthesisLoop;
import lichen.synthesis.objective.ImageObjective;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.optimizer.DivergenceException;

/** A synthesis with its images, network and buffers. */
public final class SynthesisTask implements Task {
    static final String TARGET = "target";
    static final String START = "start";
    /** The name of the image that was learned. */
    public static final String RESULT = TextureExperiment.RESULT;

    private final SynthesisExperiment experiment;
    private final Image target;
    private final Beginning beginning;
    private final ImageObjective objective;
    private final TensorScope scope;

    SynthesisTask(
            SynthesisExperiment experiment,
            Image target,
            Beginning beginning,
            ImageObjective objective,
            TensorScope scope) {
        this.experiment = experiment;
        this.target = target;
        this.beginning = beginning;
        this.objective = objective;
        this.scope = scope;
    }

    /** What is minimised, over the pixels of an image of the experiment's size. */
    public ImageObjective objective() {
        return objective;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        session.images().writePng(target, run.image(TARGET), Depth.EIGHT_BITS);
        session.images().writePng(beginning.start(), run.image(START), Depth.EIGHT_BITS);
        LoopState state = restore(run);
        try (SynthesisRecorder recorder = new SynthesisRecorder(experiment, beginning, session, state)) {
            SynthesisLoop loop = new SynthesisLoop(experiment.optimizer(), experiment.stop(), recorder);
            session.interruption().accept(loop::requestStop);
            Minimum minimum = minimize(loop, state, recorder);
            recorder.writeImage(RESULT, minimum.point(), experiment.output().depth());
            if (minimum.ending() == Ending.STOPPED) {
                recorder.saveState();
                return Verdict.interrupted("interrupted after " + minimum.evaluations() + " evaluations");
            }
            run.checkpoint().delete();
            return Verdict.done(sentence(minimum), run.image(RESULT));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        return SynthesisReport.of(run);
    }

    /** Where the numbers run away, the best image until then is the result. */
    private Minimum minimize(SynthesisLoop loop, LoopState state, SynthesisRecorder recorder) throws IOException {
        try {
            return loop.run(new MappedObjective(beginning.map(), objective), state);
        } catch (DivergenceException e) {
            if (Double.isFinite(e.lastFinite())) {
                recorder.writeBest(RESULT);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        scope.close();
    }

    private LoopState restore(RunDirectory run) throws IOException {
        Optional<Npz> saved = run.checkpoint().load();
        return saved.isPresent() ? SavedState.read(saved.orElseThrow()) : LoopState.at(beginning.parameters());
    }

    private static String sentence(Minimum minimum) {
        String why = switch (minimum.ending()) {
            case BUDGET -> "the evaluations are used up";
            case TOLERANCE -> "the loss hardly falls any more";
            case TIME -> "the time is used up";
            case CONVERGED -> "no further progress is possible";
            case STOPPED -> "it was interrupted";
        };
        return String.format(
                Locale.ROOT,
                "loss %.6g after %d evaluations in %.1f s; %s",
                minimum.loss(),
                minimum.evaluations(),
                minimum.seconds(),
                why);
    }
}

package lichen.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lichen.app.report.Section;
import lichen.core.feature.Border;
import lichen.core.image.Image;
import lichen.core.npy.Npz;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;
import lichen.synthesis.loop.Ending;
import lichen.synthesis.loop.LoopState;
import lichen.synthesis.loop.Minimum;
import lichen.synthesis.loop.StopRule;
import lichen.synthesis.loop.SynthesisLoop;
import lichen.synthesis.objective.MappedObjective;
import lichen.synthesis.optimizer.DivergenceException;

/** A synthesis with its images, network and buffers: a loop for each leg, the next beginning where the last ended. */
public final class SynthesisTask implements Task {
    static final String TARGET = "target";
    static final String START = "start";
    /** The name of the image that was learned. */
    public static final String RESULT = TextureExperiment.RESULT;

    static final String TILED = "tiled";

    private final SynthesisExperiment experiment;
    private final Stages stages;
    private final ResultMeasures measures;
    private final Image start;
    private final List<Leg> legs;
    private OpenStage open;
    private int opened;

    private SynthesisTask(
            SynthesisExperiment experiment, Stages stages, ResultMeasures measures, OpenStage first, Image start) {
        this.experiment = experiment;
        this.stages = stages;
        this.measures = measures;
        this.start = start;
        open = first;
        legs = stages.legs();
    }

    /** The task of an experiment, with its first stage open. */
    static SynthesisTask of(SynthesisExperiment experiment, Stages stages, ResultMeasures measures) throws IOException {
        OpenStage first = stages.open(0);
        try {
            return new SynthesisTask(experiment, stages, measures, first, stages.start());
        } catch (RuntimeException | IOException e) {
            first.close();
            throw e;
        }
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        session.images().writePng(stages.photograph(), run.image(TARGET), Depth.EIGHT_BITS);
        session.images().writePng(start, run.image(START), Depth.EIGHT_BITS);
        Standing standing = restore(run);
        AtomicBoolean interrupted = new AtomicBoolean();
        try (SynthesisRecorder recorder = new SynthesisRecorder(experiment, legs, session, standing)) {
            while (true) {
                SynthesisLoop loop = new SynthesisLoop(experiment.optimizer(), rule(standing), recorder);
                session.interruption().accept(() -> {
                    interrupted.set(true);
                    loop.requestStop();
                });
                if (interrupted.get()) {
                    loop.requestStop();
                }
                Minimum minimum = minimize(loop, standing, recorder);
                if (minimum.ending() == Ending.STOPPED) {
                    recorder.writeImage(
                            RESULT, result(minimum.point()), experiment.output().depth());
                    recorder.saveState();
                    return Verdict.interrupted("interrupted after " + minimum.evaluations() + " evaluations");
                }
                if (standing.leg() + 1 == legs.size() || minimum.ending() == Ending.TIME) {
                    return finish(minimum, recorder, run);
                }
                standing = next(standing, minimum, recorder);
            }
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<String> names = new ArrayList<>(List.of(TARGET, START));
        for (int i = 0; i + 1 < stages.count(); i++) {
            names.add(SynthesisRecorder.stageName(i));
        }
        names.addAll(List.of(RESULT, TILED));
        List<Section> sections = new ArrayList<>(SynthesisReport.of(run, names));
        sections.addAll(measures.sections(run));
        return sections;
    }

    @Override
    public void close() {
        open.close();
    }

    /** The legs' evaluations follow each other; time is that of all. */
    private StopRule rule(Standing standing) {
        StopRule stop = experiment.stop();
        int evaluations = standing.before() + legs.get(standing.leg()).evaluations();
        return new StopRule(evaluations, stop.tolerance(), stop.window(), stop.seconds());
    }

    /** Where the numbers run away, the best image until then is the result. */
    private Minimum minimize(SynthesisLoop loop, Standing standing, SynthesisRecorder recorder) throws IOException {
        OpenStage stage = stage(legs.get(standing.leg()).stage());
        recorder.enter(standing, stage.coordinates());
        MappedObjective objective = new MappedObjective(
                stage.coordinates().map(), stage.objectives().at(standing.leg()));
        try {
            return loop.run(objective, standing.loop());
        } catch (DivergenceException e) {
            if (Double.isFinite(e.lastFinite())) {
                recorder.writeImage(
                        RESULT,
                        result(recorder.last().bestPoint()),
                        experiment.output().depth());
            }
            throw e;
        }
    }

    /** The next round goes on with the same image, the next stage with the image at its own size. */
    private Standing next(Standing standing, Minimum minimum, SynthesisRecorder recorder) throws IOException {
        int stage = legs.get(standing.leg()).stage();
        int following = legs.get(standing.leg() + 1).stage();
        LoopState state;
        if (following != stage) {
            Image image = open.coordinates().image(minimum.point()).clamp();
            recorder.writeImage(SynthesisRecorder.stageName(stage), image, Depth.EIGHT_BITS);
            Image resized = stages.following(image, following);
            state = LoopState.after(minimum, experiment.parameterization().parameters(resized));
        } else if (stages.stage(stage).carryState()) {
            state = recorder.last().carried(experiment.optimizer(), minimum);
        } else {
            state = LoopState.after(minimum, minimum.point());
        }
        return new Standing(standing.leg() + 1, minimum.evaluations(), state);
    }

    private Verdict finish(Minimum minimum, SynthesisRecorder recorder, RunDirectory run) throws IOException {
        Image result = result(minimum.point());
        if (experiment.border() == Border.CIRCULAR) {
            recorder.writeImage(TILED, Tiling.twoByTwo(result), Depth.EIGHT_BITS);
        }
        recorder.writeImage(RESULT, result, experiment.output().depth());
        measures.write(result, run);
        run.checkpoint().delete();
        return Verdict.done(sentence(minimum), run.image(RESULT));
    }

    /** The image that parameters stand for, at full size also where a coarse stage was the last. */
    private Image result(double[] point) {
        return stages.resized(open.coordinates().image(point).clamp(), stages.count() - 1);
    }

    private OpenStage stage(int index) throws IOException {
        if (opened != index) {
            open.close();
            open = stages.open(index);
            opened = index;
        }
        return open;
    }

    private Standing restore(RunDirectory run) throws IOException {
        Optional<Npz> saved = run.checkpoint().load();
        return saved.isPresent()
                ? SavedState.read(saved.orElseThrow())
                : new Standing(0, 0, LoopState.at(experiment.parameterization().parameters(start)));
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

package lichen.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import lichen.app.experiment.report.Section;
import lichen.core.feature.Border;
import lichen.core.image.Image;
import lichen.core.loop.Ending;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.loop.StopRule;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;

/** A synthesis with its images, network and buffers: a loop for each leg, the next beginning where the last ended. */
public final class SynthesisTask implements Task {
    static final String TARGET = "target";
    static final String CONTENT = "content";
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
        if (session.resumable() && experiment.output().checkpointSeconds() > 0) {
            run.checkpoint().requireRoom(stateBytes());
        }
        session.images().writePng(stages.photograph(), run.image(TARGET), Depth.EIGHT_BITS);
        session.images().writePng(start, run.image(START), Depth.EIGHT_BITS);
        Optional<Image> content = stages.content();
        if (content.isPresent()) {
            session.images().writePng(content.get(), run.image(CONTENT), Depth.EIGHT_BITS);
        }
        Standing standing = restore(run);
        try (SynthesisRecorder recorder = new SynthesisRecorder(experiment, legs, session, standing)) {
            Minimum minimum = minimize(standing, recorder, session);
            Image result = result(minimum.point());
            recorder.writeResult(result);
            if (minimum.ending() == Ending.STOPPED) {
                recorder.saveState();
                return Verdict.interrupted("interrupted after " + minimum.evaluations() + " evaluations");
            }
            return Verdict.done(sentence(minimum), run.image(RESULT)).then(() -> judge(result, minimum, session));
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<String> names = new ArrayList<>(List.of(TARGET, CONTENT, START));
        for (int i = 0; i + 1 < stages.count(); i++) {
            names.add(SynthesisRecorder.stageName(i));
        }
        names.addAll(List.of(RESULT, TILED));
        List<Section> sections = new ArrayList<>(SynthesisReport.of(run, names));
        sections.addAll(LayerDistances.sections(run));
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

    /** Where it cannot come to its end, the best image until then is the result. */
    private Minimum minimize(Standing standing, SynthesisRecorder recorder, Session session) throws IOException {
        try {
            return follow(standing, recorder, session);
        } catch (IOException | RuntimeException | Error e) {
            keepBest(recorder, session, e);
            throw e;
        }
    }

    private void keepBest(SynthesisRecorder recorder, Session session, Throwable failure) {
        try {
            Optional<Image> best = recorder.best();
            if (best.isPresent()) {
                recorder.writeResult(whole(best.get()));
            }
        } catch (IOException e) {
            session.progress().message(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
    }

    private Minimum follow(Standing begun, SynthesisRecorder recorder, Session session) throws IOException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Standing standing = begun;
        while (true) {
            Loop loop = new Loop(rule(standing), recorder);
            session.interruption().accept(() -> {
                interrupted.set(true);
                loop.requestStop();
            });
            if (interrupted.get()) {
                loop.requestStop();
            }
            OpenStage stage = stage(legs.get(standing.leg()).stage());
            recorder.enter(standing, stage.coordinates());
            Minimum minimum = loop.run(
                    experiment.optimizer(),
                    stage.objective(standing.leg(), standing.loop().evaluations()),
                    standing.loop());
            boolean isLast = standing.leg() + 1 == legs.size();
            if (isLast || minimum.ending() == Ending.STOPPED || minimum.ending() == Ending.TIME) {
                return minimum;
            }
            standing = next(standing, minimum, recorder);
        }
    }

    /** The next round goes on with the same image, the next stage with the image at its own size. */
    private Standing next(Standing standing, Minimum minimum, SynthesisRecorder recorder) throws IOException {
        int stage = legs.get(standing.leg()).stage();
        int following = legs.get(standing.leg() + 1).stage();
        LoopState state;
        if (following != stage) {
            recorder.leave(stage, open.coordinates().image(minimum.point()).clamp());
            state = LoopState.after(minimum, pass(minimum.point(), following));
        } else if (stages.stage(stage).carryState()) {
            state = recorder.last().carried(experiment.optimizer(), minimum);
        } else {
            state = LoopState.after(minimum, minimum.point());
        }
        return new Standing(standing.leg() + 1, minimum.evaluations(), state);
    }

    /** Opens the next stage, and gives the point to begin it at. */
    private double[] pass(double[] point, int following) throws IOException {
        try (OpenStage left = open) {
            left.leave();
            open = stages.open(following);
            opened = following;
            return left.coordinates().following(point, open.coordinates(), stages.following(following));
        }
    }

    /** Says what each layer lacks, shows how the result tiles, and scores it. */
    private void judge(Image result, Minimum minimum, Session session) throws IOException {
        RunDirectory run = session.run();
        LayerDistances.write(open.distances(minimum.point()), run);
        if (experiment.border() == Border.CIRCULAR) {
            session.images().writePng(Tiling.twoByTwo(result), run.image(TILED), Depth.EIGHT_BITS);
        }
        measures.write(result, run);
    }

    private Image result(double[] point) {
        return whole(open.coordinates().image(point).clamp());
    }

    /** An image at full size, also where a coarse stage was the last. */
    private Image whole(Image image) {
        return stages.resized(image, stages.count() - 1);
    }

    private OpenStage stage(int index) throws IOException {
        if (opened != index) {
            open.close();
            open = stages.open(index);
            opened = index;
        }
        return open;
    }

    /** How large a saved state may become: the largest is that of the last stage. */
    private long stateBytes() {
        long parameters = experiment.parameterization().count(stages.size());
        return Double.BYTES * (experiment.optimizer().stateNumbers(parameters) + parameters);
    }

    private Standing restore(RunDirectory run) throws IOException {
        return StateSaver.load(run)
                .orElseGet(() -> Standing.first(LoopState.at(open.coordinates().begin(start))));
    }

    private static String sentence(Minimum minimum) {
        String why = switch (minimum.ending()) {
            case BUDGET -> "the evaluations are used up";
            case TOLERANCE -> "the loss hardly falls any more";
            case PATIENCE -> "it gets no better";
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

package lichen.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.io.image.Depth;
import lichen.io.run.MetricsCsv;
import lichen.synthesis.loop.LoopState;
import lichen.synthesis.loop.Progress;
import lichen.synthesis.loop.Step;
import lichen.synthesis.loop.StepListener;

/** Writes down a synthesis while it runs: numbers, previews, and states to go on from. */
final class SynthesisRecorder implements StepListener, AutoCloseable {
    static final String EVALUATION = "evaluation";
    static final String LOSS = "loss";
    static final String STAGE = "stage";
    private static final List<String> COLUMNS = List.of(EVALUATION, LOSS, "gradient_norm", STAGE, "seconds");

    private final SynthesisExperiment experiment;
    private final List<Leg> legs;
    private final Session session;
    private final MetricsCsv metrics;
    private Standing standing;
    private Optional<Coordinates> coordinates = Optional.empty();
    private int previewed;
    private int saved;
    private Optional<LoopState> last = Optional.empty();

    SynthesisRecorder(SynthesisExperiment experiment, List<Leg> legs, Session session, Standing standing)
            throws IOException {
        int evaluations = standing.loop().evaluations();
        this.experiment = experiment;
        this.legs = legs;
        this.session = session;
        this.standing = standing;
        this.metrics = MetricsCsv.resume(session.run().metrics(), COLUMNS, evaluations);
        this.previewed = evaluations;
        this.saved = evaluations;
    }

    /** The name of the image that a stage ended with. */
    static String stageName(int stage) {
        return "stage-" + (stage + 1);
    }

    /** What is heard from now on belongs to this leg, and its parameters to these coordinates. */
    void enter(Standing begun, Coordinates used) {
        standing = begun;
        coordinates = Optional.of(used);
    }

    @Override
    public void evaluated(Step step) {
        int stage = legs.get(standing.leg()).stage() + 1;
        writing(() -> metrics.append(step.evaluation(), step.loss(), step.gradientNorm(), stage, step.seconds()));
        session.progress().update(step.evaluation(), Leg.evaluations(legs), "evaluations", step.loss());
    }

    @Override
    public void iterated(Progress progress) {
        if (isDue(progress.evaluations(), previewed, experiment.output().previewEvery())) {
            previewed = progress.evaluations();
            String name = String.format(Locale.ROOT, "preview-%05d", previewed);
            Image image = coordinates.orElseThrow().image(progress.bestPoint());
            writing(() -> writeImage(name, image.clamp(), Depth.EIGHT_BITS));
        }
        if (isDue(progress.evaluations(), saved, experiment.output().checkpointEvery())) {
            saved = progress.evaluations();
            writing(() -> save(progress.state()));
        }
    }

    @Override
    public void ended(Progress progress) {
        last = Optional.of(progress.state());
    }

    @Override
    public void noticed(String message) {
        session.progress().message(message);
    }

    /** The state in which the loop ended. */
    LoopState last() {
        return last.orElseThrow();
    }

    /** Saves the state in which the loop ended. */
    void saveState() throws IOException {
        save(last());
    }

    /** Writes an image as {@code images/<name>.png}. */
    void writeImage(String name, Image image, Depth depth) throws IOException {
        session.images().writePng(image, session.run().image(name), depth);
    }

    @Override
    public void close() throws IOException {
        metrics.close();
    }

    private void save(LoopState state) throws IOException {
        metrics.flush();
        session.run().checkpoint().save(SavedState.file(new Standing(standing.leg(), standing.before(), state)));
    }

    /** Whether a multiple of the interval was passed. */
    private static boolean isDue(int evaluations, int before, int interval) {
        return interval > 0 && evaluations / interval > before / interval;
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** Listeners cannot throw checked exceptions; the task unwraps them. */
    private static void writing(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import lichen.core.image.Image;
import lichen.core.loop.LoopState;
import lichen.core.loop.Progress;
import lichen.core.loop.Step;
import lichen.core.loop.StepListener;
import lichen.io.image.Depth;
import lichen.io.run.MetricsCsv;
import lichen.synthesis.parameterization.Coordinates;

/** Writes down a synthesis while it runs: numbers, previews, and states to go on from. */
final class SynthesisRecorder implements StepListener, AutoCloseable {
    private final SynthesisExperiment experiment;
    private final List<Leg> legs;
    private final Session session;
    private final MetricsCsv metrics;
    private final Seen seen;
    private Standing standing;
    private Optional<Coordinates> coordinates = Optional.empty();
    private int previewed;
    private final StateSaver saver;
    private Optional<LoopState> last = Optional.empty();
    private Optional<Supplier<Image>> best = Optional.empty();

    SynthesisRecorder(SynthesisExperiment experiment, List<Leg> legs, Session session, Standing standing)
            throws IOException {
        int evaluations = standing.loop().evaluations();
        this.experiment = experiment;
        this.legs = legs;
        this.session = session;
        this.standing = standing;
        this.metrics = MetricsCsv.resume(session.run().metrics(), SynthesisReport.COLUMNS, evaluations);
        this.seen = new Photograph(experiment.target()).seen(session.images());
        this.previewed = evaluations;
        this.saver = new StateSaver(session, experiment.output().checkpointSeconds(), List.of(metrics));
    }

    /** The name of the image that a stage ended with. */
    static String stageName(int stage) {
        return "stage-" + (stage + 1);
    }

    /** What is heard from now on belongs to this leg, and its parameters to these coordinates. */
    void enter(Standing begun, Coordinates used) {
        standing = begun;
        coordinates = Optional.of(used);
        last = Optional.empty();
    }

    /** A stage has ended with an image: its coordinates will be gone. */
    void leave(int stage, Image image) throws IOException {
        best = Optional.of(() -> image);
        writeImage(stageName(stage), image, Depth.EIGHT_BITS);
    }

    @Override
    public void evaluated(Step step) {
        int stage = legs.get(standing.leg()).stage() + 1;
        Writing.now(() -> metrics.append(step.evaluation(), step.loss(), step.gradientNorm(), stage, step.seconds()));
        session.progress().update(step.evaluation(), Leg.evaluations(legs), "evaluations", step.loss());
    }

    @Override
    public void iterated(Progress progress) {
        if (isDue(progress.evaluations(), previewed, experiment.output().previewEvery())) {
            previewed = progress.evaluations();
            String name = String.format(Locale.ROOT, "preview-%05d", previewed);
            Image image = coordinates.orElseThrow().image(progress.bestPoint());
            Writing.now(() -> writeImage(name, image.clamp(), Depth.EIGHT_BITS));
        }
        saver.saveIfDue(() -> standing(progress.state()));
    }

    @Override
    public void ended(Progress progress) {
        last = Optional.of(progress.state());
        if (Double.isFinite(progress.bestLoss())) {
            Coordinates used = coordinates.orElseThrow();
            double[] point = progress.bestPoint();
            best = Optional.of(() -> used.image(point).clamp());
        }
    }

    @Override
    public void noticed(String message) {
        session.progress().message(message);
    }

    /** The state in which the loop ended. */
    LoopState last() {
        return last.orElseThrow();
    }

    /** The best image of the last leg that has one; the optimiser's memory is let go for it. */
    Optional<Image> best() {
        last = Optional.empty();
        return best.map(Supplier::get);
    }

    /** Saves the state in which the loop ended, if the run can be resumed. */
    void saveState() throws IOException {
        saver.save(standing(last()));
    }

    /** Writes what was reached as the result: what cannot be written to the run is written elsewhere. */
    void writeResult(Image image) throws IOException {
        session.images()
                .keepPng(
                        image,
                        session.run().image(TextureExperiment.RESULT),
                        experiment.output().depth(),
                        seen.text());
    }

    /** Writes an image as {@code images/<name>.png}, with what was seen of the photograph. */
    void writeImage(String name, Image image, Depth depth) throws IOException {
        session.images().writePng(image, session.run().image(name), depth, seen.text());
    }

    @Override
    public void close() throws IOException {
        metrics.close();
    }

    private Standing standing(LoopState state) {
        return new Standing(standing.leg(), standing.before(), state);
    }

    /** Whether a multiple of the interval was passed. */
    private static boolean isDue(int evaluations, int before, int interval) {
        return interval > 0 && evaluations / interval > before / interval;
    }
}

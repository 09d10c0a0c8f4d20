package lichen.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
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
    private static final List<String> COLUMNS = List.of(EVALUATION, LOSS, "gradient_norm", "seconds");

    private final SynthesisExperiment experiment;
    private final Beginning beginning;
    private final Session session;
    private final MetricsCsv metrics;
    private int previewed;
    private int saved;
    private Optional<LoopState> last = Optional.empty();

    SynthesisRecorder(SynthesisExperiment experiment, Beginning beginning, Session session, LoopState state)
            throws IOException {
        this.experiment = experiment;
        this.beginning = beginning;
        this.session = session;
        this.metrics = MetricsCsv.resume(session.run().metrics(), COLUMNS, state.evaluations());
        this.previewed = state.evaluations();
        this.saved = state.evaluations();
    }

    @Override
    public void evaluated(Step step) {
        writing(() -> metrics.append(step.evaluation(), step.loss(), step.gradientNorm(), step.seconds()));
        session.progress().update(step.evaluation(), experiment.stop().evaluations(), "evaluations", step.loss());
    }

    @Override
    public void iterated(Progress progress) {
        if (isDue(progress.evaluations(), previewed, experiment.output().previewEvery())) {
            previewed = progress.evaluations();
            String name = String.format("preview-%05d", previewed);
            writing(() -> writeImage(name, progress.bestPoint(), Depth.EIGHT_BITS));
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

    /** Saves the state in which the loop ended. */
    void saveState() throws IOException {
        save(last.orElseThrow());
    }

    /** Writes the best image until the loop ended. */
    void writeBest(String name) throws IOException {
        writeImage(name, last.orElseThrow().bestPoint(), experiment.output().depth());
    }

    /** Writes the image of parameters as {@code images/<name>.png}, forced into [0,1]. */
    void writeImage(String name, double[] parameters, Depth depth) throws IOException {
        session.images()
                .writePng(beginning.image(parameters).clamp(), session.run().image(name), depth);
    }

    @Override
    public void close() throws IOException {
        metrics.close();
    }

    private void save(LoopState state) throws IOException {
        metrics.flush();
        session.run().checkpoint().save(SavedState.file(state));
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

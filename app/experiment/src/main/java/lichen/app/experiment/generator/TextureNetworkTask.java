package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.OpenObjective;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Seen;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Tiling;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.image.Image;
import lichen.core.loop.Ending;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.optimizer.DivergenceException;
import lichen.core.optimizer.Objective;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generator;
import lichen.model.train.GeneratorLearner;
import lichen.model.train.PairwiseDiversity;

/** The training of a generator, with all its buffers. */
final class TextureNetworkTask implements Task {
    private static final String TARGET = "target";
    private static final String TILED = "tiled";
    /** Two samples that have as much in common are the same image with other details. */
    private static final double ALIKE = 0.5;

    private final TextureNetworkExperiment experiment;
    private final OpenObjective asked;
    private final Samples samples;
    private final GeneratorLearner learner;
    private final Seen seen;
    private final TensorScope scope;

    private TextureNetworkTask(
            TextureNetworkExperiment experiment,
            OpenObjective asked,
            Generator generator,
            Workbench workbench,
            TensorScope scope)
            throws IOException {
        this.experiment = experiment;
        this.asked = asked;
        this.scope = scope;
        PairwiseDiversity diversity = PairwiseDiversity.of(experiment.diversity(), asked.photograph());
        learner = new GeneratorLearner(
                generator,
                new GeneratorLearner.Batch(experiment.batch(), asked.size()),
                workbench.random().part("training"),
                this::ask,
                diversity,
                scope);
        samples = new Samples(learner.generation(), workbench.random().part("samples"), diversity);
        seen = new Photograph(experiment.target()).seen(workbench.images());
    }

    /**
     * The task of an experiment.
     *
     * @throws lichen.core.check.InvalidValueException if a batch does not fit into the memory
     */
    static TextureNetworkTask of(
            TextureNetworkExperiment experiment, OpenObjective asked, Generator fresh, Workbench workbench)
            throws IOException {
        TensorScope scope = new TensorScope();
        try {
            return new TextureNetworkTask(experiment, asked, fresh, workbench, scope);
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }

    private Objective ask(int step) {
        try {
            return asked.in(step / experiment.round());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        session.images().writePng(asked.photograph(), run.image(TARGET), Depth.EIGHT_BITS);
        Optional<LoopState> state = StateSaver.load(run).map(Standing::loop);
        try (GeneratorRecorder recorder = new GeneratorRecorder(experiment, samples, session, state)) {
            Loop loop = new Loop(experiment.stop(), recorder);
            session.interruption().accept(loop::requestStop);
            Minimum minimum = train(loop, state, recorder);
            if (minimum.ending() == Ending.STOPPED) {
                recorder.saveState();
                return Verdict.interrupted("interrupted after " + minimum.evaluations() + " steps");
            }
            return end(minimum, session);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    /** Where the numbers run away, the last good state is kept. */
    private Minimum train(Loop loop, Optional<LoopState> state, GeneratorRecorder recorder) throws IOException {
        try {
            return loop.run(
                    experiment.optimizer(), learner.loss(), state.orElseGet(() -> LoopState.at(learner.start())));
        } catch (DivergenceException e) {
            recorder.saveState();
            throw e;
        }
    }

    private Verdict end(Minimum minimum, Session session) throws IOException {
        RunDirectory run = session.run();
        List<Image> made = samples.make();
        session.images()
                .keepPng(
                        made.get(0),
                        run.image(TextureExperiment.RESULT),
                        experiment.output().depth(),
                        seen.text());
        session.images().writePng(samples.sheet(made), run.image(GeneratorRecorder.SAMPLES), Depth.EIGHT_BITS);
        session.images().writePng(Tiling.twoByTwo(made.get(0)), run.image(TILED), Depth.EIGHT_BITS);
        double likeness = samples.likeness(made);
        manifest(minimum, likeness).write(learner.graph(), run);
        return Verdict.done(sentence(minimum, likeness), run.image(TextureExperiment.RESULT));
    }

    private WeightsManifest manifest(Minimum minimum, double likeness) throws IOException {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("steps", Integer.toString(minimum.evaluations()));
        told.put("loss", Double.toString(minimum.loss()));
        told.put("likeness", Double.toString(likeness));
        told.put("size", asked.size().toString());
        FileReference photograph = experiment.target().image();
        String hash = InputFile.of(photograph).sha256();
        return new WeightsManifest(told, Map.of(new Photograph(experiment.target()).stem(), Map.of("sha256", hash)));
    }

    private static String sentence(Minimum minimum, double likeness) {
        String collapse =
                likeness > ALIKE ? ", so its noise hardly matters: give diversity more weight, or stop earlier" : "";
        return String.format(
                Locale.ROOT,
                "loss %.4g after %d steps in %.1f s; likeness of its images %.2f%s",
                minimum.loss(),
                minimum.evaluations(),
                minimum.seconds(),
                likeness,
                collapse);
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        return SynthesisReport.of(run, List.of(TARGET, TextureExperiment.RESULT, GeneratorRecorder.SAMPLES, TILED));
    }

    @Override
    public void close() {
        asked.close();
        scope.close();
    }
}

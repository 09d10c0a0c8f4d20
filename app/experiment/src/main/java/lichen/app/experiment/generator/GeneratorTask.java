package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.loop.Ending;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.optimizer.DivergenceException;
import lichen.core.tensor.TensorScope;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generator;
import lichen.model.train.GeneratorLearner;

/** The training of a generator, with all its buffers. */
final class GeneratorTask implements Task {
    private final Curriculum course;
    private final Subject subject;
    private final GeneratorLearner learner;
    private final TensorScope scope;

    private GeneratorTask(Curriculum course, Subject subject, Workbench workbench, TensorScope scope) {
        this.course = course;
        this.subject = subject;
        this.scope = scope;
        learner = new GeneratorLearner(
                subject.fresh(),
                new GeneratorLearner.Batch(course.batch(), subject.size()),
                workbench.random().part("training"),
                subject.lesson(),
                scope);
    }

    /**
     * The task of an experiment.
     *
     * @param subject is closed with it; where this fails, it is not
     * @throws lichen.core.check.InvalidValueException if a batch does not fit into the memory
     */
    static GeneratorTask of(Curriculum course, Subject subject, Workbench workbench) {
        TensorScope scope = new TensorScope();
        try {
            return new GeneratorTask(course, subject, workbench, scope);
        } catch (RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        subject.begin(session);
        Optional<LoopState> state = StateSaver.load(run).map(Standing::loop);
        try (GeneratorRecorder recorder = recorder(session, state)) {
            Previews previews =
                    new Previews(subject, learner.generation(), (step, view) -> keep(step, view, run), session);
            Loop loop = new Loop(course.stop(), recorder.showing(previews::show));
            session.interruption().accept(loop::requestStop);
            previews.atCollapse(loop::requestStop);
            Minimum minimum = train(loop, state, recorder);
            if (previews.collapse().isPresent()) {
                recorder.saveState();
                throw new IOException(previews.collapse().get());
            }
            if (minimum.ending() == Ending.STOPPED) {
                recorder.saveState();
                return Verdict.interrupted("interrupted after " + minimum.evaluations() + " steps");
            }
            return end(minimum, session);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    private GeneratorRecorder recorder(Session session, Optional<LoopState> state) throws IOException {
        GeneratorRecorder.Numbers numbers = new GeneratorRecorder.Numbers(
                SynthesisReport.COLUMNS,
                step -> new double[] {step.loss(), step.gradientNorm(), 1, step.seconds()},
                List.of());
        long evaluations = state.map(LoopState::evaluations).orElse(0);
        return new GeneratorRecorder(session, course.output(), course.stop().evaluations(), numbers, evaluations);
    }

    /** Where the numbers run away, the last good state is kept. */
    private Minimum train(Loop loop, Optional<LoopState> state, GeneratorRecorder recorder) throws IOException {
        try {
            return loop.run(course.optimizer(), learner.loss(), state.orElseGet(() -> LoopState.at(learner.start())));
        } catch (DivergenceException e) {
            recorder.saveState();
            throw e;
        }
    }

    /** Keeps the weights of a generator whose images look good so far. */
    private void keep(int step, Subject.View view, RunDirectory run) throws IOException {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(Previews.STEPS, Integer.toString(step));
        told.put("likeness", Double.toString(view.likeness()));
        told.put("size", subject.size().toString());
        told.putAll(subject.told());
        WeightsManifest.of(told, subject.photographs()).write(learner.graph(), run);
    }

    private Verdict end(Minimum minimum, Session session) throws IOException {
        RunDirectory run = session.run();
        Subject.View view = subject.view(learner.generation());
        keep(minimum.evaluations(), view, run);
        subject.finish(Generator.of(learner.graph()), session);
        return Verdict.done(sentence(minimum, view), run.image(TextureExperiment.RESULT));
    }

    private static String sentence(Minimum minimum, Subject.View view) {
        String collapse =
                view.isCollapsed() ? ", so its noise hardly matters: give diversity more weight, or stop earlier" : "";
        return String.format(
                Locale.ROOT,
                "loss %.4g after %d steps in %.1f s; largest likeness of its images %.2f%s",
                minimum.loss(),
                minimum.evaluations(),
                minimum.seconds(),
                view.likeness(),
                collapse);
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        return SynthesisReport.of(run, subject.pictures());
    }

    @Override
    public void close() {
        subject.close();
        scope.close();
    }
}

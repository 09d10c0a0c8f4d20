package lichen.app.experiment.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.Session;
import lichen.app.experiment.Standing;
import lichen.app.experiment.StateSaver;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.loop.Ending;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.optimizer.DivergenceException;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.TensorScope;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generator;

/**
 * The training of a generator, with all its buffers.
 *
 * @param experiment how long it is trained, and what is written on the way
 * @param learning how it learns
 * @param subject what it learns to make
 * @param scope owner of all arrays; closed with this
 */
public record GeneratorTask(GeneratorExperiment experiment, Learning learning, Subject subject, TensorScope scope)
        implements Task {
    @Override
    public Verdict run(Session session) throws IOException {
        subject.begin(session);
        Optional<LoopState> state = StateSaver.load(session.run()).map(Standing::loop);
        long evaluations = state.map(LoopState::evaluations).orElse(0);
        Previews.Keeper keeper = (step, view) -> keep(step, subject.told(view, Map.of()), session.run());
        try (Previews previews = new Previews(session, this::view, learning.patience(), keeper, evaluations);
                GeneratorRecorder recorder =
                        new GeneratorRecorder(session, experiment, learning, previews, evaluations)) {
            requireUncollapsed(previews, session);
            Loop loop = new Loop(experiment.stop(), recorder);
            session.interruption().accept(loop::requestStop);
            previews.atCollapse(() -> loop.end(Ending.PATIENCE));
            Map<String, Minimum> minima = play(loop, state.orElseGet(learning::start), recorder);
            Minimum last = minima.values().iterator().next();
            if (last.ending() == Ending.STOPPED || previews.haveCollapsed()) {
                recorder.saveState();
            }
            requireUncollapsed(previews, session);
            return last.ending() == Ending.STOPPED
                    ? Verdict.interrupted("interrupted after " + last.evaluations() + " steps")
                    : end(minima, session);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    private Subject.View view() {
        return subject.view(learning.generation());
    }

    /** Where the numbers run away, the last good state is kept. */
    private Map<String, Minimum> play(Loop loop, LoopState state, GeneratorRecorder recorder) throws IOException {
        try {
            return loop.play(learning.players(), state);
        } catch (DivergenceException e) {
            recorder.saveState();
            throw e;
        }
    }

    /** Of a generator that has collapsed there are the pictures of what it was before. */
    private void requireUncollapsed(Previews previews, Session session) throws IOException {
        if (previews.haveCollapsed()) {
            FileReference kept = FileReference.to(WeightsManifest.file(session.run()));
            subject.finish(Generator.read(kept), view(), session);
            throw new IOException(previews.collapse() + " What to do: " + subject.remedy() + ".");
        }
    }

    /** Keeps the weights of a generator whose images look good so far. */
    private void keep(int steps, Map<String, String> more, RunDirectory run) throws IOException {
        Map<String, String> told = new LinkedHashMap<>();
        told.put(Previews.STEPS, Integer.toString(steps));
        told.putAll(more);
        WeightsManifest.of(told, subject.photographs()).write(learning.graph(), run);
    }

    private Verdict end(Map<String, Minimum> minima, Session session) throws IOException {
        learning.end(minima);
        Subject.View view = subject.finish(Generator.of(learning.graph()), view(), session);
        Minimum last = minima.values().iterator().next();
        keep(last.evaluations(), subject.told(view, minima), session.run());
        return Verdict.done(sentence(minima, view), session.run().image(TextureExperiment.RESULT));
    }

    private String sentence(Map<String, Minimum> minima, Subject.View view) {
        List<String> losses = new ArrayList<>();
        minima.forEach((player, minimum) -> losses.add(String.format(
                Locale.ROOT, "loss%s %.4g", player.isEmpty() ? "" : " of the " + player, minimum.loss())));
        Minimum last = minima.values().iterator().next();
        return String.format(
                Locale.ROOT,
                "%s after %d steps in %.1f s; likeness of its images %.2f%s",
                String.join(", ", losses),
                last.evaluations(),
                last.seconds(),
                view.likeness(),
                view.isAlike() ? ", so its noise hardly matters: " + subject.remedy() : "");
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.add(new Pictures(
                "",
                subject.pictures().stream()
                        .map(shown -> new ReportPicture(shown.what(), run.image(shown.name())))
                        .toList()));
        if (Files.exists(run.metrics())) {
            sections.addAll(learning.report(run));
        }
        return sections;
    }

    @Override
    public void close() {
        scope.close();
    }
}

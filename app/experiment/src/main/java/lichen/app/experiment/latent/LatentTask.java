package lichen.app.experiment.latent;

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
import lichen.app.experiment.Verdict;
import lichen.app.experiment.generator.GeneratorRecorder;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.training.WeightsManifest;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.loop.Ending;
import lichen.core.loop.Loop;
import lichen.core.loop.LoopState;
import lichen.core.loop.Minimum;
import lichen.core.optimizer.DivergenceException;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.run.MetricsCsv;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generator;
import lichen.model.graph.Graph;
import lichen.model.train.PairwiseDiversity;

/** The training of a generator on photographs by way of latents, with all its buffers. */
final class LatentTask implements Task {
    private final LatentExperiment experiment;
    private final Crops crops;
    private final Learning learning;
    private final RandomStreams random;
    private final TensorScope scope;

    /**
     * A task.
     *
     * @param learning how the generator learns
     * @param random the experiment's random numbers
     * @param scope owner of all arrays
     */
    LatentTask(LatentExperiment experiment, Crops crops, Learning learning, RandomStreams random, TensorScope scope) {
        this.experiment = experiment;
        this.crops = crops;
        this.learning = learning;
        this.random = random;
        this.scope = scope;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        Optional<LoopState> state = StateSaver.load(session.run()).map(Standing::loop);
        long evaluations = state.map(LoopState::evaluations).orElse(0);
        try (LatentPreviews previews = previews(session, evaluations);
                GeneratorRecorder recorder = recorder(session, previews, evaluations)) {
            Loop loop = new Loop(experiment.stop(), recorder);
            session.interruption().accept(loop::requestStop);
            recorder.showing(step -> {
                previews.look(step, learning.graph());
                endCollapsed(loop, previews);
            });
            endCollapsed(loop, previews);
            Map<String, Minimum> minima = play(loop, state.orElseGet(learning::start), recorder);
            Minimum last = minima.values().iterator().next();
            if (last.ending() == Ending.STOPPED) {
                recorder.saveState();
                return Verdict.interrupted("interrupted after " + last.evaluations() + " steps");
            }
            return end(minima, previews, session);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNullElseGet(e.getCause(), () -> new IOException(e));
        }
    }

    private LatentPreviews previews(Session session, long evaluations) throws IOException {
        PairwiseDiversity diversity = diversity();
        return new LatentPreviews(
                session, learning.generation(1, size(), scope), random.part("samples"), diversity, evaluations);
    }

    private GeneratorRecorder recorder(Session session, LatentPreviews previews, long evaluations) throws IOException {
        List<String> columns = new ArrayList<>(List.of("evaluation"));
        columns.addAll(learning.columns());
        GeneratorRecorder.Numbers numbers =
                new GeneratorRecorder.Numbers(columns, learning::row, List.of(previews.table()));
        return new GeneratorRecorder(
                session, experiment.output(), experiment.stop().evaluations(), numbers, evaluations);
    }

    private static void endCollapsed(Loop loop, LatentPreviews previews) {
        if (previews.haveCollapsed()) {
            loop.end(Ending.PATIENCE);
        }
    }

    /** As alike as they may be is told by the variance of a patch. */
    private PairwiseDiversity diversity() {
        List<Image> examples = crops.examples(Math.max(8, crops.photographs().size()));
        double sum = 0;
        for (Image example : examples) {
            sum += PairwiseDiversity.of(1, example).variance() / examples.size();
        }
        return new PairwiseDiversity(1, sum);
    }

    private Size size() {
        return new Size(crops.side(), crops.side());
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

    private Verdict end(Map<String, Minimum> minima, LatentPreviews previews, Session session) throws IOException {
        boolean collapsed = previews.haveCollapsed();
        Graph graph = collapsed ? previews.goodGraph() : learning.graph();
        Generator learned = Generator.of(graph);
        Tour tour = new Tour(learned, random.part("samples"), size());
        List<Image> samples = tour.draw(session, experiment.output().depth());
        learning.draw(learned, random.part("pictures"), session);
        double likeness = diversity().likeness(samples);
        Map<String, String> told = told(minima);
        told.put("likeness", Double.toString(likeness));
        if (collapsed) {
            told.put("of-step", Long.toString(previews.good()));
        }
        WeightsManifest.of(told, experiment.photographs()).write(graph, session.run());
        previews.finish();
        return Verdict.done(sentence(minima, previews, likeness), session.run().image(Tour.RESULT));
    }

    private Map<String, String> told(Map<String, Minimum> minima) {
        Map<String, String> told = new LinkedHashMap<>();
        minima.forEach((player, minimum) -> {
            told.put("steps", Integer.toString(minimum.evaluations()));
            told.put(player.isEmpty() ? "loss" : "loss-of-" + player, Double.toString(minimum.loss()));
        });
        told.put("size", size().toString());
        return told;
    }

    private static String sentence(Map<String, Minimum> minima, LatentPreviews previews, double likeness) {
        Minimum last = minima.values().iterator().next();
        String losses = String.join(
                ", ",
                minima.entrySet().stream()
                        .map(entry -> String.format(
                                Locale.ROOT,
                                "loss%s %.4g",
                                entry.getKey().isEmpty() ? "" : " of the " + entry.getKey(),
                                entry.getValue().loss()))
                        .toList());
        String alike = "";
        if (previews.haveCollapsed()) {
            alike = "; collapsed: its images became alike, so the weights are those after " + previews.good()
                    + " steps; try another seed or smaller learning rates";
        } else if (likeness > LatentPreviews.ALIKE) {
            alike = ", so its latents hardly matter: train longer, or with another seed";
        }
        return String.format(
                Locale.ROOT,
                "%s after %d steps in %.1f s; likeness of its images %.2f%s",
                losses,
                last.evaluations(),
                last.seconds(),
                likeness,
                alike);
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<Section> sections = new ArrayList<>();
        sections.add(pictures("", Tour.PICTURES, run));
        sections.add(pictures("Through the latents", learning.pictures(), run));
        if (Files.exists(run.metrics())) {
            sections.add(learning.curves(MetricsCsv.read(run.metrics())));
        }
        return sections;
    }

    private static Pictures pictures(String heading, Map<String, String> names, RunDirectory run) throws IOException {
        List<ReportPicture> pictures = new ArrayList<>();
        for (Map.Entry<String, String> name : names.entrySet()) {
            pictures.add(new ReportPicture(name.getValue(), run.image(name.getKey())));
        }
        return new Pictures(heading, pictures);
    }

    @Override
    public void close() {
        scope.close();
    }
}

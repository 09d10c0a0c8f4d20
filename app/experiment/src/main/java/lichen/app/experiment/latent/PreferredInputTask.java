package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lichen.app.experiment.OpenObjective;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Session;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.report.LossPoint;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.training.WeightsManifest;
import lichen.app.experiment.trial.Trial;
import lichen.app.experiment.trial.Trials;
import lichen.core.image.Image;
import lichen.core.optimizer.Objective;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;

/** Trains the generator where that is asked for, optimises pixels and latents, and draws both beside the best sample. */
final class PreferredInputTask implements Task {
    private static final String TRAINING = "training";
    private static final String PIXELS = "pixels";
    private static final String LATENTS = "latents";
    private static final String FIGURE = "preferred-input";

    private final PreferredInputExperiment experiment;
    private final Workbench workbench;

    PreferredInputTask(PreferredInputExperiment experiment, Workbench workbench) {
        this.experiment = experiment;
        this.workbench = workbench;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        RunDirectory run = session.run();
        List<Trial> trials = new ArrayList<>();
        experiment.needed().ifPresent(training -> trials.add(new Trial(TRAINING, "$.training", training)));
        trials.add(new Trial(PIXELS, "$", experiment.ofPixels()));
        Set<String> needs = experiment.needed().isPresent() ? Set.of(TRAINING) : Set.of();
        trials.add(new Trial(LATENTS, "$", needs, () -> experiment.ofLatents(weights(run))));
        if (!new Trials(workbench, session).run(trials)) {
            return Verdict.interrupted("interrupted; what is done is kept");
        }
        Best best = best(run);
        session.images().writePng(draw(best, session), run.image(FIGURE), Depth.EIGHT_BITS);
        return Trials.verdict(run, trials, sentence(best, run), run.image(FIGURE));
    }

    private FileReference weights(RunDirectory run) throws IOException {
        return experiment.weights().isPresent()
                ? experiment.weights().get()
                : FileReference.to(WeightsManifest.file(run.part(TRAINING)));
    }

    /** A random sample and its loss. */
    private record Best(Image image, double loss) {}

    private Best best(RunDirectory run) throws IOException {
        Generator generator = Generator.read(weights(run));
        RandomStreams streams = workbench.random().part("samples");
        try (TensorScope scope = new TensorScope()) {
            OpenObjective asked = OpenObjective.of(experiment.ofPixels(), workbench, scope);
            Generation generation = Generation.of(generator, 1, experiment.size(), scope);
            Objective objective = asked.in(0);
            Best best = sample(generation, objective, streams, 0);
            for (int i = 1; i < experiment.samples(); i++) {
                Best next = sample(generation, objective, streams, i);
                best = next.loss < best.loss ? next : best;
            }
            return best;
        }
    }

    private static Best sample(Generation generation, Objective objective, RandomStreams streams, int number) {
        Image image = generation.images(streams, number).get(0);
        float[] rgb = image.toArray();
        double[] pixels = new double[rgb.length];
        for (int k = 0; k < pixels.length; k++) {
            pixels[k] = rgb[k];
        }
        return new Best(image, objective.at(pixels, new double[pixels.length]));
    }

    private Image draw(Best best, Session session) throws IOException {
        RunDirectory run = session.run();
        Image photograph = new Photograph(experiment.target()).open(workbench, "$.target");
        List<PictureGrid.Cell> cells = List.of(
                new PictureGrid.Cell(photograph, ""),
                cell(PIXELS, session),
                cell(LATENTS, session),
                new PictureGrid.Cell(best.image, loss(best.loss)));
        List<String> heads = List.of("photograph", "pixels", "latents", "best of " + experiment.samples() + " samples");
        return new PictureGrid(heads, List.of(cells)).draw(experiment.size());
    }

    private static PictureGrid.Cell cell(String name, Session session) throws IOException {
        RunDirectory part = session.run().part(name);
        return PictureGrid.Cell.of(session.images(), part.image(TextureExperiment.RESULT), loss(lowest(part)));
    }

    private static String loss(double loss) {
        return String.format(Locale.ROOT, "loss %.3g", loss);
    }

    private static double lowest(RunDirectory part) throws IOException {
        return SynthesisReport.losses(part).stream()
                .mapToDouble(LossPoint::loss)
                .filter(Double::isFinite)
                .min()
                .orElse(Double.NaN);
    }

    private String sentence(Best best, RunDirectory run) throws IOException {
        return String.format(
                Locale.ROOT,
                "loss of pixels %.4g, of latents %.4g, of the best of %d samples %.4g",
                lowest(run.part(PIXELS)),
                lowest(run.part(LATENTS)),
                experiment.samples(),
                best.loss);
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        return List.of(
                Pictures.of(new ReportPicture("what each came to, with its loss", run.image(FIGURE))),
                SynthesisReport.losses(run, List.of(PIXELS, LATENTS)));
    }

    @Override
    public void close() {
        // The trials close themselves when they have run.
    }
}

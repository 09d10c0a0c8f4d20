package lichen.app.experiment.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Session;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.SynthesisTask;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.app.experiment.figure.Autoencoder;
import lichen.app.experiment.report.Curves;
import lichen.app.experiment.report.Pictures;
import lichen.app.experiment.report.ReportPicture;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.trial.Trial;
import lichen.app.experiment.trial.TrialState;
import lichen.app.experiment.trial.Trials;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.io.image.Depth;
import lichen.io.run.RunDirectory;
import lichen.model.spec.Fcn;

/** Trains, learns the textures, and draws them beside the photograph. */
final class TrainingSetsTask implements Task {
    private static final String FIGURE = "training-sets";

    private final TrainingSetsExperiment experiment;
    private final Workbench workbench;

    TrainingSetsTask(TrainingSetsExperiment experiment, Workbench workbench) {
        this.experiment = experiment;
        this.workbench = workbench;
    }

    @Override
    public Verdict run(Session session) throws IOException {
        List<Trial> trials = new ArrayList<>();
        for (TrainingSet set : experiment.sets()) {
            trials.add(new Trial(trained(set.name()), "$", experiment.training(set)));
        }
        for (String name : names()) {
            Set<String> needs = name.equals(TrainingSet.UNTRAINED) ? Set.of() : Set.of(trained(name));
            trials.add(new Trial(texture(name), "$", needs, () -> experiment.texture(network(name, session.run()))));
        }
        if (!new Trials(workbench, session).run(trials)) {
            return Verdict.interrupted("interrupted; the networks and textures that are done are kept");
        }
        session.images().writePng(draw(session), session.run().image(FIGURE), Depth.EIGHT_BITS);
        return Trials.verdict(
                session.run(),
                trials,
                "the texture through " + names().size() + " networks",
                session.run().image(FIGURE));
    }

    /** Textures in the upper row, reconstructions of the photograph in the lower. */
    private Image draw(Session session) throws IOException {
        RunDirectory run = session.run();
        Image photograph = photograph(session);
        List<String> heads = new ArrayList<>(List.of("photograph"));
        List<PictureGrid.Cell> textures = new ArrayList<>(List.of(new PictureGrid.Cell(photograph, "")));
        List<PictureGrid.Cell> reconstructions = new ArrayList<>(List.of(new PictureGrid.Cell(photograph, "")));
        for (String name : names()) {
            heads.add(name);
            Path texture = run.part(texture(name)).image(SynthesisTask.RESULT);
            textures.add(PictureGrid.Cell.of(session.images(), texture, "learned texture"));
            reconstructions.add(
                    failure(name, run).isEmpty()
                            ? new PictureGrid.Cell(reconstruction(photograph, network(name, run)), "reconstruction")
                            : PictureGrid.Cell.failed());
        }
        return new PictureGrid(heads, List.of(textures, reconstructions)).draw(photograph.size());
    }

    /** As the textures see it: a picture of the run; written where the trial that does so failed. */
    private Image photograph(Session session) throws IOException {
        Path file = session.run().part(texture(TrainingSet.UNTRAINED)).image("target");
        if (!Files.exists(file)) {
            session.images()
                    .writePng(new Photograph(experiment.target()).open(workbench, "$.target"), file, Depth.EIGHT_BITS);
        }
        return session.images().read(file);
    }

    private Image reconstruction(Image photograph, NetworkSpec network) throws IOException {
        return Autoencoder.open(network, Optional.empty(), workbench).reconstruct(photograph);
    }

    @Override
    public List<Section> report(RunDirectory run) throws IOException {
        List<Curves.Curve> trainings = new ArrayList<>();
        for (TrainingSet set : experiment.sets()) {
            EpochTable epochs = EpochTable.read(run.part(trained(set.name())));
            trainings.add(new Curves.Curve(set.name(), EpochTable.points(epochs.training())));
        }
        return List.of(
                Pictures.of(new ReportPicture("the texture, and the photograph's reconstruction", run.image(FIGURE))),
                SynthesisReport.losses(
                        run, names().stream().map(TrainingSetsTask::texture).toList()),
                new Curves("Training loss", "epoch", trainings));
    }

    @Override
    public void close() {
        // The trials close themselves when they have run.
    }

    /** The untrained network first, then by data set. */
    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(TrainingSet.UNTRAINED));
        experiment.sets().forEach(set -> names.add(set.name()));
        return names;
    }

    private NetworkSpec network(String name, RunDirectory run) throws IOException {
        if (name.equals(TrainingSet.UNTRAINED) || !(experiment.network() instanceof Fcn fcn)) {
            return experiment.network();
        }
        Optional<String> failure = failure(name, run);
        if (failure.isPresent()) {
            throw new IOException("its network was not trained: " + failure.orElseThrow());
        }
        FileReference weights = FileReference.to(WeightsManifest.file(run.part(trained(name))));
        return new Fcn(fcn.blocks(), Optional.of(weights));
    }

    /** Why there is no trained network of this name; empty if there is, or if it is the untrained one. */
    private static Optional<String> failure(String name, RunDirectory run) throws IOException {
        return name.equals(TrainingSet.UNTRAINED)
                ? Optional.empty()
                : TrialState.read(run.part(trained(name)))
                        .filter(state -> !state.isDone())
                        .map(TrialState::message);
    }

    private static String trained(String name) {
        return "train-" + name;
    }

    private static String texture(String name) {
        return "learn-" + name;
    }
}

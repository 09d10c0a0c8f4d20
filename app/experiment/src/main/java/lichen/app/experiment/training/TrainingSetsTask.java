package lichen.app.experiment.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Parts;
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
        List<Parts.Part> parts = new ArrayList<>();
        for (TrainingSet set : experiment.sets()) {
            parts.add(new Parts.Part(
                    trained(set.name()), () -> experiment.training(set).open(workbench)));
        }
        for (String name : names()) {
            parts.add(new Parts.Part(
                    texture(name),
                    () -> experiment.texture(network(name, session.run())).open(workbench)));
        }
        if (!Parts.run(session, parts)) {
            return Verdict.interrupted("interrupted; the networks and textures that are done are kept");
        }
        session.images().writePng(draw(session), session.run().image(FIGURE), Depth.EIGHT_BITS);
        return Verdict.done(
                "the texture through " + names().size() + " networks",
                session.run().image(FIGURE));
    }

    /** Textures in the upper row, reconstructions of the photograph in the lower. */
    private Image draw(Session session) throws IOException {
        Image photograph = session.images()
                .read(session.run().part(texture(TrainingSet.UNTRAINED)).image("target"));
        List<String> heads = new ArrayList<>(List.of("photograph"));
        List<PictureGrid.Cell> textures = new ArrayList<>(List.of(new PictureGrid.Cell(photograph, "")));
        List<PictureGrid.Cell> reconstructions = new ArrayList<>(List.of(new PictureGrid.Cell(photograph, "")));
        for (String name : names()) {
            heads.add(name);
            textures.add(new PictureGrid.Cell(
                    session.images().read(session.run().part(texture(name)).image(SynthesisTask.RESULT)),
                    "learned texture"));
            reconstructions.add(new PictureGrid.Cell(
                    Autoencoder.open(network(name, session.run()), Optional.empty(), workbench)
                            .reconstruct(photograph),
                    "reconstruction"));
        }
        return new PictureGrid(heads, List.of(textures, reconstructions)).draw(photograph.size());
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
        // The parts close themselves when they have run.
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
        FileReference weights = FileReference.to(TrainingTask.weights(run.part(trained(name))));
        return new Fcn(fcn.blocks(), Optional.of(weights));
    }

    private static String trained(String name) {
        return "train-" + name;
    }

    private static String texture(String name) {
        return "learn-" + name;
    }
}

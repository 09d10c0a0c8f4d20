package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Resize;
import lichen.io.json.ConfigException;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.LossTerm;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.start.StartContext;

/** The stages of a synthesis, with the photograph and the network that they share. */
final class Stages {
    private final SynthesisExperiment experiment;
    private final Workbench workbench;
    private final List<Stage> stages;
    private final Image photograph;
    private final FeatureNetwork network;
    private final Size size;

    private Stages(
            SynthesisExperiment experiment,
            Workbench workbench,
            Image photograph,
            FeatureNetwork network,
            Optional<Size> wanted) {
        this.experiment = experiment;
        this.workbench = workbench;
        this.photograph = photograph;
        this.network = network;
        stages = experiment.stages().isEmpty()
                ? List.of(Stage.whole(experiment.stop().evaluations()))
                : experiment.stages();
        size = wanted.orElse(given());
    }

    /** Opens what all stages share; the image's extents are the photograph's where empty. */
    static Stages of(SynthesisExperiment experiment, Workbench workbench, Optional<Size> wanted) throws IOException {
        Image photograph = experiment.target().open(workbench, workbench.place(experiment.target(), "$.target"));
        FeatureNetwork network = workbench.open(
                workbench.place(experiment.network(), "$.network"),
                () -> experiment.network().open(workbench.random().stream("network")));
        return new Stages(experiment, workbench, photograph, network, wanted);
    }

    Image photograph() {
        return photograph;
    }

    /** The extents of the image to be made. */
    Size size() {
        return size;
    }

    Stage stage(int index) {
        return stages.get(index);
    }

    int count() {
        return stages.size();
    }

    List<Leg> legs() {
        return Leg.of(stages);
    }

    /** The first image, at the size of the first stage. */
    Image start() throws IOException {
        Stage first = stages.get(0);
        Size extents = extents(first);
        Image target = target(first);
        return workbench.open(
                "$.start",
                () -> experiment
                        .start()
                        .create(new StartContext(
                                extents, target, workbench.random().stream("start"), workbench::image)));
    }

    /**
     * What a stage begins with after an image of the stage before. An image that tiles is rolled by a random offset: the
     * lattice of its coarse pixels would else have a line along the border at every scale.
     */
    Image following(Image image, int stage) {
        RandomGenerator random = workbench.random().stream("stage " + stage);
        Image resized = resized(image, stage);
        Image moved = experiment.border() == Border.CIRCULAR ? Tiling.rolled(resized, random) : resized;
        double noise = stages.get(stage).noise();
        float[] rgb = moved.toArray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] += (float) (noise * (2 * random.nextDouble() - 1));
        }
        return Image.of(moved.width(), moved.height(), rgb).clamp();
    }

    /** An image at the size of a stage. */
    Image resized(Image image, int stage) {
        Size extents = extents(stages.get(stage));
        return experiment.border() == Border.CIRCULAR ? Resize.circular(image, extents) : Resize.fit(image, extents);
    }

    /**
     * Opens a stage.
     *
     * @throws ImageTooSmallException if the image of an experiment without stages is too small for the network
     */
    OpenStage open(int index) throws IOException {
        if (experiment.stages().isEmpty()) {
            return whole();
        }
        Stage stage = stages.get(index);
        String place = "$.stages[" + index + "]";
        try {
            return open(stage, stage.objective().isPresent() ? place + ".objective" : "$.objective");
        } catch (ImageTooSmallException e) {
            throw new ConfigException(
                    workbench.config().problemAt(place + ".scale", "is too small for the network: " + e.reason()));
        }
    }

    /**
     * Opens the experiment's objective at full size, whatever the stages.
     *
     * @throws ImageTooSmallException if the image is too small for the network
     */
    OpenStage whole() throws IOException {
        try {
            return open(Stage.whole(1), "$.objective");
        } catch (ImageTooSmallException e) {
            if (e.size().equals(given())) {
                String place = workbench.place(experiment.target(), "$.target");
                throw new ConfigException(workbench.config().problemAt(place, e.reason()));
            }
            throw e;
        }
    }

    private OpenStage open(Stage stage, String place) throws IOException {
        TensorScope scope = new TensorScope();
        try {
            Size extents = workbench.open(place, () -> extents(stage));
            Frame frame = new Frame(extents, experiment.border());
            Image target = target(stage);
            ObjectiveRounds objectives =
                    workbench.open(place, () -> ObjectiveRounds.of(objective(stage), network, target, frame, scope));
            Coordinates coordinates =
                    workbench.open("$.parameterization", () -> Coordinates.of(experiment.parameterization(), extents));
            return new OpenStage(coordinates, objectives, scope);
        } catch (RuntimeException | IOException e) {
            scope.close();
            throw e;
        }
    }

    private LossTerm objective(Stage stage) {
        return stage.objective().orElse(experiment.objective());
    }

    private Image target(Stage stage) {
        return Resize.fit(photograph, stage.of(given()));
    }

    /** An image that begins again beyond its border must have sides that halvings and strides divide. */
    private Size extents(Stage stage) {
        if (experiment.border() != Border.CIRCULAR || stage.scale() == 1) {
            return stage.of(size);
        }
        Architecture architecture = network.architecture();
        int stride = objective(stage).layers(architecture).stream()
                .mapToInt(layer -> architecture.layer(layer).stride())
                .max()
                .orElse(1);
        return stage.of(size, stride);
    }

    private Size given() {
        return new Size(photograph.width(), photograph.height());
    }
}

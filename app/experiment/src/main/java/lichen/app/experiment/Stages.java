package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.synthesis.objective.Content;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.LossTerm;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.objective.ObjectiveRounds;
import lichen.synthesis.objective.Region;
import lichen.synthesis.objective.Sources;
import lichen.synthesis.objective.Summand;
import lichen.synthesis.parameterization.CoordinateContext;
import lichen.synthesis.parameterization.Coordinates;
import lichen.synthesis.start.StartContext;

/** The stages of a synthesis, with the photograph and the network that they share. */
final class Stages {
    private final SynthesisExperiment experiment;
    private final Workbench workbench;
    private final Image photograph;
    private final Networks<FeatureNetwork> networks;
    private final StagePlan plan;

    private Stages(
            SynthesisExperiment experiment,
            Workbench workbench,
            Image photograph,
            Networks<FeatureNetwork> networks,
            Optional<Size> wanted)
            throws IOException {
        this.experiment = experiment;
        this.workbench = workbench;
        this.photograph = photograph;
        this.networks = networks;
        plan = new StagePlan(experiment, workbench, networks, photograph.size(), wanted);
    }

    /** Opens what all stages share; the image's extents are the photograph's where empty. */
    static Stages of(SynthesisExperiment experiment, Workbench workbench, Optional<Size> wanted) throws IOException {
        Image photograph =
                new Photograph(experiment.target()).open(workbench, workbench.place(experiment.target(), "$.target"));
        return new Stages(experiment, workbench, photograph, Networks.open(experiment, workbench), wanted);
    }

    Image photograph() {
        return photograph;
    }

    /** What the image should look like, at its size; empty where no term says. */
    Optional<Image> content() throws IOException {
        for (int i = 0; i < count(); i++) {
            for (Summand summand : plan.objective(stage(i)).summands()) {
                LossTerm term = summand.term();
                if ((term instanceof Region region ? region.term() : term) instanceof Content content) {
                    return Optional.of(workbench.image(content.picture(), size()));
                }
            }
        }
        return Optional.empty();
    }

    /** The extents of the image to be made. */
    Size size() {
        return plan.size();
    }

    Stage stage(int index) {
        return plan.stages().get(index);
    }

    int count() {
        return plan.stages().size();
    }

    List<Leg> legs() {
        return Leg.of(plan.stages());
    }

    /** The first image, at the size of the first stage. */
    Image start() throws IOException {
        return start(0);
    }

    /** The start image at the size of a stage. */
    private Image start(int index) throws IOException {
        Size extents = plan.extents(index);
        Image target = target(stage(index));
        return workbench.open(
                "$.start",
                () -> experiment
                        .start()
                        .create(new StartContext(
                                extents, target, workbench.random().stream("start"), workbench::image)));
    }

    /**
     * What a stage makes of the image of the stage before, to begin with. An image that tiles is rolled by a random offset: the
     * lattice of its coarse pixels would else have a line along the border at every scale. One of which only the detail is carried
     * stays where its start image is, and one of which something is asked at its place stays there.
     */
    UnaryOperator<Image> following(int stage) throws IOException {
        RandomGenerator random = workbench.random().stream("stage " + stage);
        UnaryOperator<Image> grown = grown(stage, random);
        double noise = stage(stage).noise();
        return image -> {
            Image begun = grown.apply(image);
            float[] rgb = begun.toArray();
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] += (float) (noise * (2 * random.nextDouble() - 1));
            }
            return Image.of(begun.width(), begun.height(), rgb).clamp();
        };
    }

    private UnaryOperator<Image> grown(int stage, RandomGenerator random) throws IOException {
        if (stage(stage).carriesDetail()) {
            Detail detail = new Detail(start(stage - 1), start(stage));
            return image -> detail.carried(image, change -> resized(change, stage));
        }
        return image -> {
            Image resized = resized(image, stage);
            return experiment.border() == Border.CIRCULAR && !knowsPlaces() ? Tiling.rolled(resized, random) : resized;
        };
    }

    private boolean knowsPlaces() {
        return experiment.mixture().map(Mixture::knowsPlaces).orElse(false)
                || experiment.losses().stream()
                        .flatMap(loss -> loss.summands().stream())
                        .anyMatch(summand -> summand.term().knowsPlaces());
    }

    /** An image at the size of a stage. */
    Image resized(Image image, int stage) {
        Size extents = plan.extents(stage);
        return experiment.border() == Border.CIRCULAR ? Resize.circular(image, extents) : Resize.fit(image, extents);
    }

    /** Checks all stages, so that a run does not end at its last with what could be said at once. */
    void require() throws IOException {
        for (int i = count() - 1; i >= 0; i--) {
            plan.require(i);
        }
    }

    /** Opens a stage. */
    OpenStage open(int index) throws IOException {
        return open(index, new TensorScope());
    }

    /** Opens a stage, whose buffers an owner frees where nobody closes it before. */
    OpenStage open(int index, TensorScope owner) throws IOException {
        return open(stage(index), plan.extents(index), plan.place(index), owner);
    }

    /**
     * Opens the experiment's objective at full size, whatever the stages.
     *
     * @throws lichen.core.feature.ImageTooSmallException if the image is too small for the network
     */
    OpenStage whole() throws IOException {
        plan.requireWhole();
        return open(Stage.whole(1), plan.size(), "$.objective", new TensorScope());
    }

    private OpenStage open(Stage stage, Size extents, String place, TensorScope owner) throws IOException {
        TensorScope scope = owner.child();
        TensorScope coordinateScope = owner.child();
        try {
            Frame frame = new Frame(plan.view(extents), experiment.border());
            Sources sources = new StageSources(workbench, networks, stage, target(stage), experiment.mixture());
            ObjectiveRounds objectives =
                    workbench.open(place, () -> ObjectiveRounds.of(plan.objective(stage), sources, frame, scope));
            CoordinateContext context =
                    new CoordinateContext(workbench.random().stream("parameterization"), coordinateScope);
            Coordinates coordinates = workbench.open(
                    "$.parameterization", () -> experiment.parameterization().open(extents, context));
            return new OpenStage(coordinates, objectives, moves(extents), coordinateScope, scope);
        } catch (RuntimeException | IOException e) {
            scope.close();
            coordinateScope.close();
            throw e;
        }
    }

    private OpenStage.Moves moves(Size extents) {
        return experiment.robustness().isPresent()
                ? made -> experiment.robustness().get().views(extents, workbench.random(), made)
                : made -> pixels -> new Evaluation<>(pixels, slopes -> slopes);
    }

    private Image target(Stage stage) {
        return Resize.fit(photograph, plan.target(stage));
    }
}

package lichen.app.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.core.feature.Border;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.feature.NetworkOutline;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.io.json.ConfigException;
import lichen.io.json.Problem;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.objective.Sight;
import lichen.synthesis.objective.TargetShapes;

/** The stages of a synthesis by their sizes: what fits and what does not, before anything is computed. */
final class StagePlan {
    private static final String OBJECTIVE = ".objective";

    private final SynthesisExperiment experiment;
    private final Workbench workbench;
    private final Networks<? extends NetworkOutline> networks;
    private final List<Stage> stages;
    private final Size photograph;
    private final Size size;
    private final List<Size> extents = new ArrayList<>();

    /**
     * Plans an experiment.
     *
     * @param photograph the extents of the target
     * @param wanted those of the image; the target's where empty
     */
    StagePlan(
            SynthesisExperiment experiment,
            Workbench workbench,
            Networks<? extends NetworkOutline> networks,
            Size photograph,
            Optional<Size> wanted)
            throws IOException {
        this.experiment = experiment;
        this.workbench = workbench;
        this.networks = networks;
        this.photograph = photograph;
        stages = experiment.stages().isEmpty()
                ? List.of(Stage.whole(experiment.stop().evaluations()))
                : experiment.stages();
        size = wanted.orElse(photograph);
        for (Stage stage : stages) {
            extents.add(extents(stage));
        }
    }

    /** The stages; one, where the experiment names none. */
    List<Stage> stages() {
        return stages;
    }

    /** The extents of the image to be made. */
    Size size() {
        return size;
    }

    /** The extents of the photograph in a stage. */
    Size target(Stage stage) {
        return stage.of(photograph);
    }

    /** Those of the image in a stage. */
    Size extents(int index) {
        return extents.get(index);
    }

    /** The extents of what the network looks at. */
    Size view(Size made) {
        return experiment.robustness().map(moves -> moves.view(made)).orElse(made);
    }

    /** One that begins again beyond its border must have sides that halvings and strides divide. */
    private Size extents(Stage stage) throws IOException {
        return experiment.border() != Border.CIRCULAR || stage.scale() == 1
                ? stage.of(size)
                : stage.of(size, networks.stride(objective(stage)));
    }

    Loss objective(Stage stage) {
        return stage.objective().orElse(experiment.objective());
    }

    /** Where the objective of a stage stands in the config. */
    String place(int index) {
        return stages.get(index).objective().isPresent() ? stagePlace(index) + OBJECTIVE : "$" + OBJECTIVE;
    }

    /** Checks all stages. */
    void inspect(Inspection inspection) {
        for (int i = 0; i < stages.size(); i++) {
            int index = i;
            inspection.check("$", () -> require(index));
        }
    }

    /**
     * Checks that a stage fits its network and its sizes.
     *
     * @throws ConfigException telling at its place what does not
     */
    void require(int index) throws IOException {
        try {
            fit(stages.get(index), extents.get(index), place(index));
        } catch (ImageTooSmallException e) {
            throw new ConfigException(
                    experiment.stages().isEmpty()
                            ? tooSmall(e)
                            : workbench
                                    .config()
                                    .problemAt(
                                            stagePlace(index) + ".scale",
                                            "is too small for the network: " + e.reason()));
        }
    }

    /**
     * Checks the experiment's objective at full size, whatever the stages.
     *
     * @throws ConfigException telling at its place what does not fit
     * @throws ImageTooSmallException if the image is too small for the network
     */
    void requireWhole() throws IOException {
        try {
            fit(Stage.whole(1), size, "$" + OBJECTIVE);
        } catch (ImageTooSmallException e) {
            if (e.size().equals(photograph)) {
                throw new ConfigException(tooSmall(e));
            }
            throw e;
        }
    }

    private void fit(Stage stage, Size made, String place) throws IOException {
        Loss loss = objective(stage);
        if (experiment.robustness().isPresent()) {
            workbench.check(
                    "$",
                    () -> Moving.require(experiment, experiment.robustness().get(), loss, place));
        }
        workbench.check(place, () -> networks.requireLayers(loss));
        workbench.check(
                workbench.place(experiment.optimizer(), "$.optimizer"),
                () -> experiment.optimizer().requireFit(loss.canBeNegative()));
        Frame frame = new Frame(view(made), experiment.border());
        for (Sight sight : Sight.of(loss)) {
            Optional<? extends NetworkOutline> network = networks.of(sight.network());
            if (network.isPresent()) {
                fit(
                        sight,
                        new TargetShapes(
                                network.get(),
                                frame,
                                new StageExtents(workbench, stage, photograph, experiment.mixture())),
                        place);
            }
        }
    }

    private void fit(Sight sight, TargetShapes shapes, String place) throws IOException {
        List<String> layers = sight.layers(shapes.architecture());
        workbench.check(targetPlace(), () -> shapes.photograph(layers));
        requireMixture(shapes, layers);
        workbench.check("$", () -> shapes.image(layers));
        workbench.check(place, () -> sight.fitted(shapes));
    }

    private void requireMixture(TargetShapes shapes, List<String> layers) throws IOException {
        for (Picture picture : experiment.mixture().map(Mixture::pictures).orElse(List.of())) {
            try {
                shapes.photograph(picture, layers);
            } catch (ImageTooSmallException e) {
                throw new ConfigException(
                        workbench.config().problemAt(workbench.place(picture, "$.mixture"), e.reason()));
            }
        }
    }

    /** The extents of pictures in a stage, by the headers of their files. */
    private record StageExtents(Workbench workbench, Stage stage, Size own, Optional<Mixture> mixture)
            implements TargetShapes.Extents {
        @Override
        public Size photograph() {
            return stage.of(own);
        }

        @Override
        public Size photograph(Picture picture) throws IOException {
            return stage.of(picture.seen(workbench.images().size(picture.image())));
        }

        @Override
        public Regions regions(Picture mask) throws IOException {
            return workbench.regions(mask, workbench.place(mask, "$.objective"));
        }
    }

    private Problem tooSmall(ImageTooSmallException failure) {
        String place = failure.size().equals(photograph) ? targetPlace() : "$.size";
        return workbench.config().problemAt(place, failure.reason());
    }

    private String targetPlace() {
        return workbench.place(experiment.target(), "$.target");
    }

    private static String stagePlace(int index) {
        return "$.stages[" + index + "]";
    }
}

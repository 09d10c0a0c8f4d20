package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.feature.MapShape;
import lichen.core.feature.NetworkOutline;
import lichen.core.image.Size;
import lichen.io.json.ConfigException;
import lichen.io.json.Problem;
import lichen.synthesis.objective.Frame;
import lichen.synthesis.objective.LossTerm;

/** The stages of a synthesis by their sizes: what fits and what does not, before anything is computed. */
final class StagePlan {
    private static final String OBJECTIVE = ".objective";

    private final SynthesisExperiment experiment;
    private final Workbench workbench;
    private final NetworkOutline network;
    private final List<Stage> stages;
    private final Size photograph;
    private final Size size;

    /**
     * Plans an experiment.
     *
     * @param photograph the extents of the target
     * @param wanted those of the image; the target's where empty
     */
    StagePlan(
            SynthesisExperiment experiment,
            Workbench workbench,
            NetworkOutline network,
            Size photograph,
            Optional<Size> wanted) {
        this.experiment = experiment;
        this.workbench = workbench;
        this.network = network;
        this.photograph = photograph;
        stages = experiment.stages().isEmpty()
                ? List.of(Stage.whole(experiment.stop().evaluations()))
                : experiment.stages();
        size = wanted.orElse(photograph);
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

    /** Those of the image. One that begins again beyond its border must have sides that halvings and strides divide. */
    Size extents(Stage stage) {
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

    LossTerm objective(Stage stage) {
        return stage.objective().orElse(experiment.objective());
    }

    /** Where the objective of a stage stands in the config. */
    String place(int index) {
        return stages.get(index).objective().isPresent() ? stagePlace(index) + OBJECTIVE : "$" + OBJECTIVE;
    }

    /**
     * Checks that a stage fits its network and its sizes.
     *
     * @throws ConfigException telling at its place what does not
     */
    void require(int index) throws IOException {
        try {
            fit(stages.get(index), place(index));
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
            fit(Stage.whole(1), "$" + OBJECTIVE);
        } catch (ImageTooSmallException e) {
            if (e.size().equals(photograph)) {
                throw new ConfigException(tooSmall(e));
            }
            throw e;
        }
    }

    private void fit(Stage stage, String place) throws IOException {
        Architecture architecture = network.architecture();
        LossTerm term = objective(stage);
        List<String> layers = workbench.open(place, () -> term.layers(architecture));
        workbench.check(
                workbench.place(experiment.optimizer(), "$.optimizer"),
                () -> experiment.optimizer().requireTerm(term));
        Frame frame = new Frame(extents(stage), experiment.border());
        Map<String, MapShape> target =
                workbench.open(targetPlace(), () -> network.shapes(target(stage), frame.ofPhotograph(), layers));
        Map<String, MapShape> image = workbench.open("$", () -> network.shapes(frame.size(), frame.border(), layers));
        workbench.check(place, () -> term.fitted(architecture, target, image));
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

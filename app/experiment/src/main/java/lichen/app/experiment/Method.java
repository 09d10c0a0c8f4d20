package lichen.app.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lichen.core.feature.Statistic;
import lichen.core.plugin.FileReference;
import lichen.io.run.RunDirectory;

/**
 * What a comparison compares: it makes images with the textures of photographs, or has them. Beside the one abstract method stands
 * what is the same for all that make their images.
 */
public interface Method extends Experiment {
    /** The experiment that leaves one image, as {@link TextureExperiment#RESULT}. */
    Experiment image(Commission commission);

    /**
     * What must have been made before the first image, once for all photographs and seeds, by name: a network that it looks through.
     * Where several methods name the same, it is made once.
     */
    default Map<String, Experiment> foundations() {
        return Map.of();
    }

    /**
     * The experiment that leaves one image, when the foundations have been made.
     *
     * @param made where each has left its results, by its name
     */
    default Experiment image(Commission commission, Map<String, RunDirectory> made) {
        return image(commission);
    }

    /**
     * What the method makes alike in image and photograph. Measures that share it say nothing about its images, all of them where it
     * is not said.
     */
    default Set<Statistic> statistics() {
        return Set.of(Statistic.UNTOLD);
    }

    /** The method without measures of its own: of the files that it names, those that it looks through. */
    default Record unmeasured() {
        return (Record) this;
    }

    /** How many images it has of a photograph where some are asked for: fewer where they would be the same. */
    default int images(int wanted) {
        return wanted;
    }

    /** The files that its images are taken from and that are there by now; none where it makes them. */
    default List<FileReference> taken(List<Commission> commissions) {
        return List.of();
    }

    /** Looks at the method as {@link #inspect(Inspection)} does: with the first photograph, one that fails at others is told in the end. */
    default void inspect(Inspection inspection, List<Commission> commissions) {
        image(commissions.get(0)).inspect(inspection);
    }

    /** Opens it with the first photograph and closes it, so that what does not fit is told before the first image is made. */
    default void rehearse(Workbench workbench, List<Commission> commissions) throws IOException {
        image(commissions.get(0)).open(workbench).close();
    }
}

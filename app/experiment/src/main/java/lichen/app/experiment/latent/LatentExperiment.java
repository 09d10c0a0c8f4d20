package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.generator.GeneratorExperiment;
import lichen.app.experiment.generator.GeneratorTask;
import lichen.app.experiment.generator.Learning;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generator;
import lichen.model.train.GeneratorLearner;

/** An experiment that trains a generator on patches of photographs by way of latents. */
interface LatentExperiment extends GeneratorExperiment {
    /** The photographs. */
    List<Picture> photographs();

    /** Extents of the patches, both ways. */
    int patch();

    /** Patches that make a step. */
    int batch();

    /**
     * How a generator learns, and what is drawn of its latents.
     *
     * @param learning how it learns
     * @param drawing what is drawn beside samples
     */
    record Way(Learning learning, LatentDrawing drawing) {}

    /** Makes the learning, with all its buffers. */
    interface Opening {
        /** Begins with a fresh generator. */
        Way begin(Generator fresh, Crops crops, TensorScope scope) throws IOException;
    }

    /** A patch's extents. */
    default Size size() {
        return new Size(patch(), patch());
    }

    /** What makes a step. */
    default GeneratorLearner.Batch step() {
        return new GeneratorLearner.Batch(batch(), size());
    }

    /**
     * Looks at all that can be seen without computing.
     *
     * @return the generator before it learns; empty if something is wrong with it
     */
    default Optional<Generator> look(Inspection inspection) {
        Crops.inspect(inspection, photographs(), patch());
        inspectOptimizer(inspection);
        return inspection.look("$", () -> patched(inspection.workbench()));
    }

    /** A fresh generator that makes patches. */
    private Generator patched(Workbench workbench) {
        Generator fresh = fresh(workbench);
        fresh.requireNoiseAlone("generator");
        try {
            fresh.requireSize(size());
        } catch (InvalidValueException e) {
            throw new InvalidValueException("patch", e.reason());
        }
        return fresh;
    }

    /** Opens everything. */
    default GeneratorTask open(Workbench workbench, Opening opening) throws IOException {
        return begin(workbench, scope -> {
            Generator fresh = workbench.open("$", () -> patched(workbench));
            Crops crops = Crops.open(workbench, photographs(), patch());
            Way way = opening.begin(fresh, crops, scope);
            return new GeneratorTask(
                    this, way.learning(), new Tour(this, crops, workbench.random(), way.drawing()), scope);
        });
    }
}

package lichen.app.experiment.direct;

import java.io.IOException;
import java.util.Optional;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Task;
import lichen.app.experiment.Workbench;
import lichen.core.backend.BackendChoice;
import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.io.image.Depth;
import lichen.synthesis.filling.Filling;
import lichen.synthesis.filling.Hole;

/**
 * Fills a hole of a photograph with pieces of the rest of it, or goes on with it beyond its border. What is known stays, to the last bit.
 *
 * @param seed the seed of all random numbers
 * @param target the photograph
 * @param mask what is missing: where it is bright; nothing where left out
 * @param size the extents of the image to make, with the photograph in the middle; the photograph's where left out
 * @param patch side of the squares that are compared
 * @param tolerance how much more than the least difference a square may have, as a part of it
 */
@Summary("fills a hole of a photograph from the rest of it, or goes on with it beyond its border")
public record FillExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Summary("the photograph") Picture target,

        @Summary("what is missing: where this picture is bright; give it, or a size")
        Optional<Picture> mask,

        @Summary("extents of the image to make, with the photograph in the middle; the photograph's where left out")
        Optional<Size> size,

        @Default("25") @Summary("side of the squares that are compared, in pixels of an image of some 80,000")
        int patch,

        @Default("0.1") @Summary("how much more than the least difference a square may have, as a part of it")
        double tolerance)
        implements Experiment {
    /** Checks the ranges. */
    public FillExperiment {
        Require.that(mask.isPresent() || size.isPresent(), "mask", "must be given, or a size: else nothing is missing");
        new Filling(patch, tolerance);
    }

    /** Nothing is computed on a device. */
    @Override
    public BackendChoice backend() {
        return BackendChoice.AUTO;
    }

    @Override
    public void inspect(Inspection inspection) {
        Workbench workbench = inspection.workbench();
        Optional<Size> photograph = new Photograph(target).inspect(inspection, workbench.place(target, "$.target"));
        boolean isThere = mask.isEmpty()
                || new Photograph(mask.get()).inspect(inspection, "$.mask").isPresent();
        if (photograph.isPresent() && isThere) {
            inspection.check("$", () -> method().requireFillable(hole(workbench, photograph.get())));
        }
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Image photograph = new Photograph(target).open(workbench, workbench.place(target, "$.target"));
        return workbench.open("$", () -> {
            Hole hole = hole(workbench, photograph.size());
            Image canvas = Beyond.of(photograph, hole.size());
            return new DirectTask(
                    Given.of(Beyond.without(hole, canvas), new Photograph(target).seen(workbench.images())),
                    method().begin(canvas, hole, workbench.random().stream("filling")),
                    new HoleSeam(hole),
                    new DirectTask.Kind("pixels", false, depth(workbench)));
        });
    }

    /** As fine as the file, so that what is known stays as it is; what was resized is new anyway. */
    private Depth depth(Workbench workbench) throws IOException {
        boolean isAsItIs = target.size().isEmpty() && target.colours().isEmpty();
        return isAsItIs ? Depth.keeping(workbench.images().read(target.image())) : Depth.EIGHT_BITS;
    }

    private Hole hole(Workbench workbench, Size photograph) throws IOException {
        Size extents = size.orElse(photograph);
        Require.that(
                extents.width() >= photograph.width() && extents.height() >= photograph.height(),
                "size",
                "must be at least " + photograph + ", the photograph's, but is " + extents);
        Crop middle = Beyond.middle(photograph, extents);
        if (mask.isEmpty()) {
            return Hole.around(middle, extents);
        }
        Image drawn = workbench.picture(mask.get(), "$.mask");
        Require.that(
                drawn.size().equals(photograph),
                "mask",
                "must have " + photograph + " pixels, as the photograph, but has " + drawn.size());
        return Hole.of(Beyond.of(drawn, extents)).with(Hole.around(middle, extents));
    }

    private Filling method() {
        return new Filling(patch, tolerance);
    }
}

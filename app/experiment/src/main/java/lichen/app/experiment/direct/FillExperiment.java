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
import lichen.synthesis.diffusion.Hole;
import lichen.synthesis.diffusion.PatchDiffusion;

/**
 * Fills a hole of a photograph with its other patches, or goes on with it beyond its border. What is known stays, to the last bit.
 *
 * @param seed the seed of all random numbers
 * @param target the photograph
 * @param mask what is missing: where it is bright; nothing where left out
 * @param size the extents of the image to make, with the photograph in the middle; the photograph's where left out
 * @param patch side of a patch in pixels
 * @param steps steps at each scale
 * @param spacing pixels from a patch that is compared to the next
 * @param coarsest the shorter side of the image at the coarsest scale, in patches
 * @param mirrored whether the photograph's mirror image lends patches too
 */
@Summary("fills a hole of a photograph from the rest of it, or goes on with it beyond its border")
public record FillExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Summary("the photograph") Picture target,

        @Summary("what is missing: where this picture is bright; give it, or a size")
        Optional<Picture> mask,

        @Summary("extents of the image to make, with the photograph in the middle; the photograph's where left out")
        Optional<Size> size,

        @Default("15") @Summary("side of a patch in pixels") int patch,
        @Default("12") @Summary("steps at each scale") int steps,

        @Default("2") @Summary("pixels from a patch that is compared to the next")
        int spacing,

        @Default("1.5") @Summary("shorter side of the image at the coarsest scale, in patches")
        double coarsest,

        @Default("false") @Summary("whether the photograph's mirror image lends patches too")
        boolean mirrored)
        implements Experiment {
    /** Checks the ranges. */
    public FillExperiment {
        Require.that(mask.isPresent() || size.isPresent(), "mask", "must be given, or a size: else nothing is missing");
        new PatchDiffusion(patch, steps, spacing, coarsest, mirrored);
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
                    method().begin(canvas, hole, workbench.random().stream("diffusion")),
                    new HoleSeam(hole),
                    new DirectTask.Kind("steps", false, depth(workbench)));
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

    private PatchDiffusion method() {
        return new PatchDiffusion(patch, steps, spacing, coarsest, mirrored);
    }
}

package lichen.app.experiment.direct;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.ResultMeasures;
import lichen.app.experiment.Task;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.Workbench;
import lichen.app.quality.Measure;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.synthesis.diffusion.Diffusion;
import lichen.synthesis.diffusion.PatchDiffusion;

/**
 * Makes an image out of noise whose patches become those of a photograph: objects are real, and copies.
 *
 * @param seed the seed of all random numbers
 * @param target the photograph
 * @param size the extents of the image to make; the target's where left out
 * @param patch side of a patch in pixels
 * @param steps steps at each scale
 * @param spacing pixels from a patch that is compared to the next
 * @param coarsest the shorter side of the photograph at the coarsest scale, in patches
 * @param mirrored whether the photograph's mirror image lends patches too
 * @param with other maps of the photograph's material, which go with it
 * @param measures what the image is scored by when it is made
 */
@Summary("turns noise into an image by the photograph's patches, from coarse to fine; tiles, and copies")
public record PatchDiffusionExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Summary("the photograph") Picture target,

        @Summary("extents of the image to make; the target's where left out")
        Optional<Size> size,

        @Default("9") @Summary("side of a patch in pixels") int patch,
        @Default("6") @Summary("steps at each scale") int steps,

        @Default("2") @Summary("pixels from a patch that is compared to the next")
        int spacing,

        @Default("2") @Summary("shorter side of the photograph at the coarsest scale, in patches")
        double coarsest,

        @Default("false") @Summary("whether the photograph's mirror image lends patches too")
        boolean mirrored,

        @Default("[]") @Summary("other maps of the photograph's material: their pixels are taken from the same places")
        List<MaterialMap> with,

        @Default("[]") @Summary("what the image is scored by when it is made")
        List<Measure> measures)
        implements TextureExperiment {
    /** Checks the ranges. */
    public PatchDiffusionExperiment {
        with = List.copyOf(with);
        measures = List.copyOf(measures);
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
        new Photograph(target)
                .inspect(inspection, workbench.place(target, "$.target"))
                .ifPresent(photograph -> {
                    inspection.check(workbench.place(this, "$"), () -> method().requireSizes(photograph));
                    MaterialMaps.inspect(with, target, mirrored, inspection);
                    ResultMeasures.inspect(this, inspection, size.orElse(photograph));
                });
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Image photograph = new Photograph(target).open(workbench, workbench.place(target, "$.target"));
        Size extents = size.orElse(photograph.size());
        Diffusion diffusion = workbench.open(
                workbench.place(this, "$"),
                () -> method().begin(photograph, extents, workbench.random().stream("diffusion")));
        return new DirectTask(
                Given.of(photograph, new Photograph(target).seen(workbench.images())),
                diffusion,
                MaterialMaps.of(with, target, diffusion, workbench),
                Appraisal.by(ResultMeasures.of(this, workbench, extents)),
                new DirectTask.Kind("steps", true));
    }

    /** It is made of patches, and so of the photograph's colours. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.PATCHES, Statistic.COLOURS);
    }

    @Override
    public PatchDiffusionExperiment with(Picture other, long otherSeed) {
        return new PatchDiffusionExperiment(
                otherSeed, other, Optional.empty(), patch, steps, spacing, coarsest, mirrored, List.of(), List.of());
    }

    private PatchDiffusion method() {
        return new PatchDiffusion(patch, steps, spacing, coarsest, mirrored);
    }
}

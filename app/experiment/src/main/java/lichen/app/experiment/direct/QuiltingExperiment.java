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
import lichen.synthesis.quilting.Quilt;
import lichen.synthesis.quilting.Quilting;

/**
 * Lays an image out of blocks of a photograph: a method without statistics, optimisation and weights, to compare others
 * with.
 *
 * @param seed the seed of all random numbers
 * @param target the photograph
 * @param size the extents of the image to make; the target's where left out
 * @param block side of a block in pixels
 * @param overlap how far neighbouring blocks overlap; a sixth of the block, as in the source, where left out
 * @param tolerance how much more than the least error a block may have, as a part of it
 * @param tile whether copies of the image fit together without a seam
 * @param measures what the image is scored by when it is made
 */
@Summary("lays an image out of blocks of a photograph, cut where they differ least")
public record QuiltingExperiment(
        @Default("1") @Summary("seed of all random numbers") long seed,
        @Summary("the photograph") Picture target,

        @Summary("extents of the image to make; the target's where left out")
        Optional<Size> size,

        @Default("32") @Summary("side of a block in pixels") int block,

        @Summary("pixels by which blocks overlap; a sixth of the block where left out")
        Optional<Integer> overlap,

        @Default("0.1") @Summary("how much more than the least error a block may have, as a part of it")
        double tolerance,

        @Default("false") @Summary("whether copies of the image fit together without a seam")
        boolean tile,

        @Default("[]") @Summary("what the image is scored by when it is made")
        List<Measure> measures)
        implements TextureExperiment {
    private static final int USUAL_PART = 6;

    /** Checks the ranges. */
    public QuiltingExperiment {
        measures = List.copyOf(measures);
        method(block, overlap, tolerance, tile);
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
                    inspection.check(
                            workbench.place(this, "$"),
                            () -> method(block, overlap, tolerance, tile)
                                    .requireSizes(photograph, size.orElse(photograph)));
                    ResultMeasures.inspect(this, inspection, size.orElse(photograph));
                });
    }

    @Override
    public Task open(Workbench workbench) throws IOException {
        Image photograph = new Photograph(target).open(workbench, workbench.place(target, "$.target"));
        Size extents = size.orElse(photograph.size());
        Quilt quilt = workbench.open(
                workbench.place(this, "$"),
                () -> method(block, overlap, tolerance, tile)
                        .begin(photograph, extents, workbench.random().stream("quilt")));
        return new DirectTask(
                Given.of(photograph, new Photograph(target).seen(workbench.images())),
                quilt,
                Appraisal.by(ResultMeasures.of(this, workbench, extents)),
                new DirectTask.Kind("blocks", tile));
    }

    /** Blocks of the photograph are made of its patches and colours. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.PATCHES, Statistic.COLOURS);
    }

    @Override
    public QuiltingExperiment with(Picture other, long otherSeed) {
        return new QuiltingExperiment(otherSeed, other, Optional.empty(), block, overlap, tolerance, tile, List.of());
    }

    private static Quilting method(int block, Optional<Integer> overlap, double tolerance, boolean tile) {
        return new Quilting(block, overlap.orElse(Math.max(1, block / USUAL_PART)), tolerance, tile);
    }
}

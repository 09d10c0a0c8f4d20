package lichen.io.data;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.image.SideRange;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.FolderReference;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.io.image.ImageCodec;

/**
 * Squares cut out of photographs: for each photograph a side is drawn, the squares of that side lie side by side in the
 * middle of it, and each is brought to one size.
 *
 * @param folder photographs at any depth; what is no photograph there is passed over with a notice
 * @param photographs photographs by name, besides
 * @param side how long a side may be before it is brought to size
 * @param size the extents of a patch, both ways
 * @param validation the share of the photographs whose patches are kept from training
 * @param rotations whether training turns patches by quarters
 * @param mirrors whether training mirrors patches
 * @param reject which patches are left out
 */
@Summary("square patches cut out of photographs")
public record Patches(
        @Summary("a folder of photographs, with the folders in it")
        Optional<FolderReference> folder,

        @Default("[]") @Summary("photographs by name, besides: paths or bundled:<name>")
        List<FileReference> photographs,

        @Default("[300, 600]") @Summary("least and most side of a patch, in pixels of the photograph")
        SideRange side,

        @Default("512") @Summary("what every patch is resized to, in pixels a side")
        int size,

        @Default("0.1") @Summary("share of the photographs kept from training, to validate with")
        double validation,

        @Default("true") @Summary("whether training turns patches by quarters")
        boolean rotations,

        @Default("true") @Summary("whether training mirrors patches")
        boolean mirrors,

        @Default("{}") @Summary("which patches are left out")
        Rejection reject)
        implements DataSource {
    /** The smallest patch: sharpness needs some pixels to be seen in. */
    private static final int LEAST_SIZE = 16;

    private static final int MOST_SIZE = 4096;
    private static final double MOST_VALIDATION = 0.9;

    /** Checks the ranges, and that there is something to cut. */
    public Patches {
        photographs = List.copyOf(photographs);
        Require.that(
                folder.isPresent() || !photographs.isEmpty(),
                "folder",
                "must be given where no photographs are: name a folder here, or files in \"photographs\"");
        Require.atLeast(LEAST_SIZE, "size", size);
        Require.that(size <= MOST_SIZE, "size", "must be at most " + MOST_SIZE + ", but is " + size);
        Require.within(0, MOST_VALIDATION, "validation", validation);
    }

    @Override
    public PatchPlan plan(ImageCodec images, RandomStreams random) throws IOException {
        return new Planner(this, images, random).plan();
    }
}

package lichen.synthesis.diffusion;

import java.util.Arrays;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.image.Regions;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/** The image at one scale: whether it tiles, and of which region each of its patches is. */
final class Surface {
    /** The region of a patch that is lent to none. */
    static final int NOTHING = -1;

    private final Size size;
    private final boolean tiles;
    private final Optional<Regions> regions;

    private Surface(Size size, boolean tiles, Optional<Regions> regions) {
        this.size = size;
        this.tiles = tiles;
        this.regions = regions;
    }

    /** One region that tiles. */
    static Surface tiling(Size size) {
        return new Surface(size, true, Optional.empty());
    }

    /** Several regions. */
    static Surface of(Regions regions) {
        return new Surface(regions.size(), false, Optional.of(regions));
    }

    Size size() {
        return size;
    }

    /** Where patches lie. */
    QueryGrid grid(PatchDiffusion settings, int right, int down) {
        return new QueryGrid(size, tiles ? 0 : settings.patch(), settings.spacing(), right, down);
    }

    /** The region of each patch: that of its middle. */
    int[] regions(QueryGrid grid, int patch) {
        int[] found = new int[grid.count()];
        regions.ifPresent(map ->
                Arrays.setAll(found, query -> map.at(grid.x(query) + patch / 2, grid.y(query) + patch / 2)));
        return found;
    }

    /** An image of this kind at other extents. */
    Image resized(Image image, Size other) {
        if (image.size().equals(other)) {
            return image;
        }
        return tiles ? Resize.circular(image, other) : Resize.stretched(image, other);
    }
}

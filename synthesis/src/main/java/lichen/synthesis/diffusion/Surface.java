package lichen.synthesis.diffusion;

import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.image.Regions;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/** The image at one scale: whether it tiles, of which region each of its patches is, and what of it is known beforehand. */
final class Surface {
    /** The region of a patch of which nothing is to be made, and of one that is lent to none. */
    static final int NOTHING = -1;

    /** How many times as much a known number counts as one in the making: else patches end at the border of a hole. */
    private static final float KNOWN = 2;

    private final Size size;
    private final boolean tiles;
    private final Optional<Regions> regions;
    private final Optional<Known> known;

    /** What stays as it is. */
    private record Known(Hole hole, float[] values) {
        float[] weights() {
            float[] weights = new float[values.length];
            for (int i = 0; i < weights.length; i++) {
                int pixel = i / Image.CHANNELS;
                weights[i] = hole.isAt(
                                pixel % hole.size().width(), pixel / hole.size().width())
                        ? 1
                        : KNOWN;
            }
            return weights;
        }
    }

    private Surface(Size size, boolean tiles, Optional<Regions> regions, Optional<Known> known) {
        this.size = size;
        this.tiles = tiles;
        this.regions = regions;
        this.known = known;
    }

    /** One region that tiles. */
    static Surface tiling(Size size) {
        return new Surface(size, true, Optional.empty(), Optional.empty());
    }

    /** Several regions. */
    static Surface of(Regions regions) {
        return new Surface(regions.size(), false, Optional.of(regions), Optional.empty());
    }

    /** A hole in an image. */
    static Surface around(Hole hole, Image image) {
        return new Surface(image.size(), false, Optional.empty(), Optional.of(new Known(hole, Planes.centred(image))));
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
        if (regions.isPresent() || known.isPresent()) {
            for (int query = 0; query < found.length; query++) {
                found[query] = region(grid.x(query), grid.y(query), patch);
            }
        }
        return found;
    }

    private int region(int x, int y, int patch) {
        if (known.isPresent() && !known.get().hole.touches(x, y, patch)) {
            return NOTHING;
        }
        return regions.map(map -> map.at(x + patch / 2, y + patch / 2)).orElse(0);
    }

    /** How much each number counts where patches are compared; none if all count alike. */
    float[] weights() {
        return known.map(Known::weights).orElse(new float[0]);
    }

    /** Puts what is known in its place, times a factor. */
    void restore(float[] image, double factor) {
        known.ifPresent(of -> {
            for (int i = 0; i < image.length; i++) {
                int pixel = i / Image.CHANNELS;
                image[i] = of.hole.isAt(pixel % size.width(), pixel / size.width())
                        ? image[i]
                        : (float) (factor * of.values[i]);
            }
        });
    }

    /** An image of this kind at other extents. */
    Image resized(Image image, Size other) {
        if (image.size().equals(other)) {
            return image;
        }
        return tiles ? Resize.circular(image, other) : Resize.stretched(image, other);
    }
}

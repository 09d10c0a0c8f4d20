package lichen.synthesis.diffusion;

import lichen.core.image.Size;

/**
 * Where the patches of an image lie that are compared: upper left corners in rows and columns of equal distance. Those of an image
 * that tiles reach over its borders; those of one that ends there are drawn in to lie inside, so that they cover all of it.
 *
 * @param size of the image
 * @param reach the side of a patch that has to lie inside; 0 where the image tiles
 * @param spacing from a patch to the next
 * @param right how far all are shifted, less than the spacing
 * @param down likewise
 */
record QueryGrid(Size size, int reach, int spacing, int right, int down) {
    /** The grid of an image that tiles. */
    QueryGrid(Size size, int spacing, int right, int down) {
        this(size, 0, spacing, right, down);
    }

    int columns() {
        return along(size.width());
    }

    int rows() {
        return along(size.height());
    }

    int count() {
        return columns() * rows();
    }

    /** Column of a patch's corner, in [0, width). */
    int x(int index) {
        return corner(index % columns(), right, size.width());
    }

    /** Row of a patch's corner, in [0, height). */
    int y(int index) {
        return corner(index / columns(), down, size.height());
    }

    /** A column that is counted beyond the last goes on with the first, or is the last. */
    int column(long counted) {
        return within(counted, columns());
    }

    /** As {@link #column}. */
    int row(long counted) {
        return within(counted, rows());
    }

    private int within(long counted, int count) {
        return (int) (reach == 0 ? Math.floorMod(counted, (long) count) : Math.max(0, Math.min(count - 1, counted)));
    }

    private int corner(int counted, int shift, int extent) {
        int place = counted * spacing + shift;
        return reach == 0 ? place % extent : Math.max(0, Math.min(extent - reach, place - (spacing - 1)));
    }

    private int along(int extent) {
        int free = extent - reach + (reach == 0 ? 0 : 2 * spacing - 1);
        return (free + spacing - 1) / spacing;
    }
}

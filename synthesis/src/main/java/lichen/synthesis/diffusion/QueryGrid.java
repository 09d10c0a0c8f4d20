package lichen.synthesis.diffusion;

import lichen.core.image.Size;

/**
 * Where the patches of an image lie that are compared: upper left corners in rows and columns of equal distance, over the
 * borders of an image that tiles.
 */
record QueryGrid(Size size, int spacing, int right, int down) {
    int columns() {
        return (size.width() + spacing - 1) / spacing;
    }

    int rows() {
        return (size.height() + spacing - 1) / spacing;
    }

    int count() {
        return columns() * rows();
    }

    /** Column of a patch's corner, in [0, width). */
    int x(int index) {
        return (index % columns() * spacing + right) % size.width();
    }

    /** Row of a patch's corner, in [0, height). */
    int y(int index) {
        return (index / columns() * spacing + down) % size.height();
    }
}

package lichen.io.data;

import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.io.image.Orientation;

/**
 * One of the eight ways to lay a square down: mirrored or not, then turned.
 *
 * @param quarters quarter turns to the right, 0 to 3
 * @param mirrored whether left and right change places first
 */
public record Turn(int quarters, boolean mirrored) {
    private static final int[] PLAIN = {1, 6, 3, 8};
    private static final int[] MIRRORED = {2, 7, 4, 5};

    /** As it is. */
    public static final Turn NONE = new Turn(0, false);

    /** Checks the number of quarters. */
    public Turn {
        Require.within(0, PLAIN.length - 1, "quarters", quarters);
    }

    /** The image, mirrored and turned; no pixel changes its value. */
    public Image apply(Image image) {
        return Orientation.upright(image, (mirrored ? MIRRORED : PLAIN)[quarters]);
    }
}

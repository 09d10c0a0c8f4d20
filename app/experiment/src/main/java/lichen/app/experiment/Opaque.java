package lichen.app.experiment;

import java.util.stream.IntStream;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.io.image.Cutout;
import lichen.synthesis.filling.Filling;
import lichen.synthesis.filling.Hole;

/**
 * A picture without transparent pixels: they are filled with pieces of the rest of it. So all that looks at it sees nothing but its texture:
 * statistics, patches and networks, which see beyond any border that could be drawn for them.
 */
final class Opaque {
    /** Sides of pieces, as large as there is room for. */
    private static final int[] PATCHES = {25, 13, 7};

    private static final double TOLERANCE = 0.1;

    private Opaque() {}

    /**
     * The picture.
     *
     * @throws InvalidValueException naming the image, if too little of it is opaque
     */
    static Image of(Cutout cutout) {
        if (cutout.transparent().isEmpty()) {
            return cutout.image();
        }
        Hole hole = Hole.of(cutout.transparent().get());
        Filling filling = IntStream.of(PATCHES)
                .mapToObj(patch -> new Filling(patch, TOLERANCE))
                .filter(of -> canFill(of, hole))
                .findFirst()
                .orElseThrow(() -> refusal(hole.size()));
        return filling.begin(cutout.image(), hole, new RandomStreams(1).stream("opaque"))
                .finished();
    }

    private static boolean canFill(Filling filling, Hole hole) {
        try {
            filling.requireFillable(hole);
            return true;
        } catch (InvalidValueException e) {
            return false;
        }
    }

    private static InvalidValueException refusal(Size size) {
        int least = PATCHES[PATCHES.length - 1];
        return new InvalidValueException(
                "image",
                "must have at least a square of " + least + " x " + least + " opaque pixels, but of its " + size
                        + " too many are transparent; name another, or a larger one");
    }
}

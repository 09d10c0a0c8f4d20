package lichen.app.cli.command;

import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.image.Size;

/**
 * What is looked at of a photograph.
 *
 * @param crop the part that the user named
 * @param size what the part is scaled to; as it is where empty
 * @param seen the extents of what is looked at
 * @param words what is done, for the user
 */
record Extract(Optional<Crop> crop, Optional<Size> size, Size seen, String words) {
    /** The least side of an image that the recommended experiment's network can look at, and a little more. */
    static final int LEAST = 48;

    private static final int MEASURABLE = 64;

    /** A texture is learned from no more: beyond, it costs time and adds little. */
    private static final int MOST = 512;

    /**
     * Plans what to look at: of a part larger than the image to make, its middle of the image's shape, scaled to the image's
     * size; of a smaller one, all. What is too small to look at is enlarged.
     *
     * @param photograph the extents of the photograph
     * @param wanted the extents of the image to make
     */
    static Extract of(Size photograph, Optional<Crop> crop, Size wanted) {
        Size part = crop.map(box -> new Size(box.width(), box.height())).orElse(photograph);
        Size most = limited(wanted);
        String what = crop.isPresent() ? "the part " + crop.orElseThrow() + " of it" : "all of it";
        if (least(part) < LEAST) {
            Size enlarged = part.scaled((double) LEAST / least(part));
            return new Extract(crop, Optional.of(enlarged), enlarged, what + " is looked at enlarged to " + enlarged);
        }
        boolean isSmall = part.width() < most.width() || part.height() < most.height();
        if (isSmall || part.equals(most)) {
            return new Extract(crop, Optional.empty(), part, what + " is looked at as it is");
        }
        return new Extract(
                crop,
                Optional.of(most),
                most,
                what + " is looked at scaled to " + most + shape(part, most)
                        + (crop.isPresent() ? "" : "; name a part by --crop x,y,w,h to see it larger"));
    }

    /** Whether what is looked at is large enough for measures, which take it in two halves. */
    boolean isMeasurable() {
        return least(seen) >= MEASURABLE;
    }

    private static String shape(Size part, Size most) {
        boolean isSimilar = (long) part.width() * most.height() == (long) part.height() * most.width();
        return isSimilar ? "" : ", its middle in this shape";
    }

    private static Size limited(Size wanted) {
        double scale = Math.min(1, (double) MOST / Math.max(wanted.width(), wanted.height()));
        return wanted.scaled(Math.max(scale, (double) LEAST / least(wanted)));
    }

    private static int least(Size size) {
        return Math.min(size.width(), size.height());
    }
}

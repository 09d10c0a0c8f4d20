package lichen.app.quality;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/**
 * What images are scored against: a photograph, and the part of it that the method saw. The rest of the photograph tells how
 * far apart two photographs of the same thing are.
 *
 * @param photograph all of it
 * @param part where in it the target is
 */
public record Reference(Image photograph, Crop part) {
    /** Checks that the part lies inside. */
    public Reference {
        Require.that(
                (long) part.x() + part.width() <= photograph.width()
                        && (long) part.y() + part.height() <= photograph.height(),
                "crop",
                "must lie inside the photograph of " + photograph.width() + " x " + photograph.height()
                        + " pixels, but is " + part);
    }

    /**
     * A photograph of which a part was seen.
     *
     * @param part the part; all of the photograph where empty
     * @throws lichen.core.check.InvalidValueException if the part reaches outside
     */
    public static Reference of(Image photograph, Optional<Crop> part) {
        return new Reference(photograph, part.orElseGet(() -> new Crop(0, 0, photograph.width(), photograph.height())));
    }

    /**
     * A photograph of which a part was seen at another size. All of the photograph is resized: its rest is to be of the same scale.
     *
     * @param part the part; all of the photograph where empty
     * @param size what the part is resized to, its middle where the shape differs; as it is where empty
     * @throws lichen.core.check.InvalidValueException if the part reaches outside
     */
    public static Reference of(Image photograph, Optional<Crop> part, Optional<Size> size) {
        Reference plain = of(photograph, part);
        boolean isAsItIs = size.map(wanted -> wanted.equals(new Size(plain.part.width(), plain.part.height())))
                .orElse(true);
        return isAsItIs ? plain : plain.resized(size.orElseThrow());
    }

    private Reference resized(Size wanted) {
        double scale = scale(part, wanted);
        Size scaled = scaled(photograph.size(), part, wanted);
        int x = start((part.x() + part.width() / 2.0) * scale, wanted.width(), scaled.width());
        int y = start((part.y() + part.height() / 2.0) * scale, wanted.height(), scaled.height());
        return new Reference(Resize.fit(photograph, scaled), new Crop(x, y, wanted.width(), wanted.height()));
    }

    /** The extents that a photograph gets where a part of it is resized, to cover a size. */
    public static Size scaled(Size photograph, Crop part, Size wanted) {
        double scale = scale(part, wanted);
        return new Size(
                Math.max(wanted.width(), (int) Math.round(photograph.width() * scale)),
                Math.max(wanted.height(), (int) Math.round(photograph.height() * scale)));
    }

    private static double scale(Crop part, Size wanted) {
        return Math.max((double) wanted.width() / part.width(), (double) wanted.height() / part.height());
    }

    private static int start(double middle, int side, int whole) {
        return Math.max(0, Math.min(whole - side, (int) Math.round(middle - side / 2.0)));
    }

    /** The part that the method saw. */
    public Image target() {
        return photograph.crop(part);
    }
}

package lichen.io.data;

import java.util.List;
import lichen.core.image.Crop;
import lichen.core.image.Size;

/**
 * A photograph that patches are cut out of.
 *
 * @param name the way to it from the folder, with slashes, or the name it was given by; no two in a data set are equal
 * @param sha256 the SHA-256 of the file, 64 hexadecimal digits
 * @param extents its extents, upright
 * @param side the side of the squares cut out of it, in its pixels
 * @param subset what its patches are for
 */
public record SourcePhotograph(String name, String sha256, Size extents, int side, Subset subset) {
    /** The boxes of the squares: row by row, without gaps, in the middle of the photograph. */
    public List<Crop> boxes() {
        return Squares.boxes(extents, side);
    }
}

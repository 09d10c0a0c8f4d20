package lichen.io.data;

import lichen.core.check.Require;
import lichen.core.image.Crop;

/**
 * A patch of a data set.
 *
 * @param name what it is called, and its file without the ending: letters, digits and hyphens; unique in the data set
 * @param source the name of the photograph that it was cut out of
 * @param box where in the photograph, upright
 * @param sha256 the SHA-256 of its pixels in 8 bits, row by row
 * @param subset what it is for
 * @param contrast as {@link Appearance} measures it
 * @param sharpness as {@link Appearance} measures it
 */
public record Patch(
        String name, String source, Crop box, String sha256, Subset subset, double contrast, double sharpness) {
    /** Checks that the name can be that of a file. */
    public Patch {
        Require.that(
                name.matches("[A-Za-z0-9][A-Za-z0-9-]*"),
                "name",
                "must be letters, digits and hyphens, but is " + name);
    }
}

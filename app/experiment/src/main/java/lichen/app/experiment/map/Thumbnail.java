package lichen.app.experiment.map;

import lichen.core.check.Require;
import lichen.core.image.Image;

/**
 * A patch made small.
 *
 * @param name what the patch is called
 * @param source what it was cut out of
 * @param image a square
 */
public record Thumbnail(String name, String source, Image image) {
    /** Checks that it is a square. */
    public Thumbnail {
        Require.that(
                image.width() == image.height(),
                "image",
                "must be a square, but is " + image.width() + " x " + image.height());
    }
}

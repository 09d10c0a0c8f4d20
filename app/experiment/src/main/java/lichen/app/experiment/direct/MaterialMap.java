package lichen.app.experiment.direct;

import java.util.Set;
import java.util.regex.Pattern;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;

/**
 * Another map of the material that a photograph shows: of its normals, heights, roughness. Where the image takes a pixel of the photograph,
 * the map that goes with it takes its own of the same place.
 *
 * @param name what it is called; the image's file is named after it
 * @param image the file, of the photograph's extents
 * @param kind what its colours mean
 */
@Summary("another map of the photograph's material, which takes its pixels from the same places")
public record MaterialMap(
        @Summary("its name, such as height") String name,
        @Summary("the file, of the photograph's extents") FileReference image,

        @Default("\"plain\"") @Summary("what its colours mean: plain numbers, or normal vectors")
        Kind kind) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
    private static final Set<String> TAKEN = Set.of("result", "target", "tiled");

    /** What colours mean. */
    public enum Kind {
        /** Numbers of which means can be taken. */
        PLAIN,
        /** Vectors of length 1: 2c - 1. */
        NORMAL
    }

    /** Checks the name. */
    public MaterialMap {
        Require.that(
                NAME.matcher(name).matches() && !TAKEN.contains(name),
                "name",
                "must be of small letters, digits and dashes, and none of "
                        + TAKEN.stream().sorted().toList() + ", but is \"" + name + "\"");
    }

    /** What was laid of the map, as what it means: means of normals are made normals again. */
    Image sound(Image laid) {
        if (kind == Kind.PLAIN) {
            return laid;
        }
        float[] rgb = laid.toArray();
        for (int i = 0; i < rgb.length; i += Image.CHANNELS) {
            double x = 2 * rgb[i] - 1;
            double y = 2 * rgb[i + 1] - 1;
            double z = 2 * rgb[i + 2] - 1;
            double length = Math.sqrt(x * x + y * y + z * z);
            rgb[i] = (float) (length > 0 ? (x / length + 1) / 2 : 0.5);
            rgb[i + 1] = (float) (length > 0 ? (y / length + 1) / 2 : 0.5);
            rgb[i + 2] = (float) (length > 0 ? (z / length + 1) / 2 : 1);
        }
        return Image.of(laid.width(), laid.height(), rgb);
    }
}

package lichen.app.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What the pictures of several photographs and seeds are called.
 *
 * @param pattern a path in which {@code {photo}} stands for the photograph's name, {@code {seed}} for the seed and {@code {map}} for the
 *     name of a map of its material
 */
record OutputNames(String pattern) {
    private static final String PHOTO = "{photo}";
    private static final String SEED = "{seed}";
    private static final String MAP = "{map}";
    private static final String COLOUR = "colour";

    /** What they are called if the user does not say. */
    static OutputNames usual(int seeds) {
        return new OutputNames(PHOTO + "-texture" + (seeds > 1 ? "-" + SEED : "") + ".png");
    }

    /**
     * The name of a picture.
     *
     * @throws InputException if it can be none
     */
    Path of(Original photograph, long seed) {
        return path(pattern.replace(MAP, COLOUR), photograph, seed);
    }

    /** The name of another map of a picture's material: after the picture's, if the user does not say where the map's goes. */
    Path of(Original photograph, long seed, String map) {
        String own = pattern.contains(MAP)
                ? pattern.replace(MAP, map)
                : pattern.replaceFirst("(\\.[^./]*)?$", "-" + map + "$1");
        return path(own, photograph, seed);
    }

    private Path path(String of, Original photograph, long seed) {
        try {
            return Path.of(of.replace(PHOTO, photograph.stem()).replace(SEED, Long.toString(seed)));
        } catch (InvalidPathException e) {
            throw new InputException("-o " + pattern + ": is not a path of this system: " + e.getReason());
        }
    }

    /**
     * Checks that each picture has a name of its own.
     *
     * @throws InputException telling two that have not
     */
    void requireDifferent(Iterable<Path> names) {
        Set<Path> seen = new HashSet<>();
        for (Path name : names) {
            if (!seen.add(name.toAbsolutePath().normalize())) {
                throw new InputException("-o " + pattern + ": more than one picture would be written to " + name
                        + "; put " + PHOTO + " and " + SEED
                        + " into the name, which stand for the photograph's name and the seed");
            }
        }
    }
}

package lichen.app.cli.command;

import java.util.Map;

/**
 * How new an extracted texture shall be: the dial between copies, which are as real as the photograph, and what is new.
 *
 * @param degree in [0, 1]
 */
record Novelty(double degree) {
    /** That of the recommended experiment as it is. */
    static final double USUAL = 0.68;

    /**
     * Checks what a user has said.
     *
     * @throws InputException if it is not in [0, 1]
     */
    static Novelty of(double degree) {
        if (!(degree >= 0 && degree <= 1)) {
            throw new InputException("--novelty: must be from 0 to 1, but is " + degree + ".");
        }
        return new Novelty(degree);
    }

    /** Whether pieces of the photograph are all there is. */
    boolean isCopy() {
        return degree == 0;
    }

    /** What changes in the experiment, values by the ways to them: the layout has from all to half of the image's size. */
    Map<String, Object> changes() {
        return isCopy() ? Map.of() : Map.of("start.scale", 1 - degree / 2);
    }
}

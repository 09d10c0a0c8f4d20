package lichen.app.experiment.report;

import java.util.List;

/**
 * How images stand in a page: as JPEG, whole or smaller.
 *
 * @param quality of the JPEG
 * @param divisor what their sides are divided by
 */
record Rendition(int quality, int divisor) {
    /** From the best to the smallest. */
    static final List<Rendition> ALL = List.of(
            new Rendition(90, 1),
            new Rendition(75, 1),
            new Rendition(50, 1),
            new Rendition(75, 2),
            new Rendition(75, 4),
            new Rendition(50, 8));

    /** In words. */
    String words() {
        String size = divisor == 1 ? "" : ", their sides divided by " + divisor;
        return "as JPEG of quality " + quality + size;
    }
}

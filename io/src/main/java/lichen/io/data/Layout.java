package lichen.io.data;

import java.util.List;

/**
 * What a data set is made of, but for the pixels: two that are equal give the same patches.
 *
 * @param size the extents of a patch, both ways
 * @param turns what training may do to patches
 * @param reject which patches are left out
 * @param photographs what they are cut out of, in order
 */
record Layout(int size, Turns turns, Rejection reject, List<SourcePhotograph> photographs) {
    Layout {
        photographs = List.copyOf(photographs);
    }

    /** How many patches there are before any is left out. */
    int squares() {
        return photographs.stream()
                .mapToInt(photograph -> photograph.boxes().size())
                .sum();
    }
}

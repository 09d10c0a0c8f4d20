package lichen.core.image;

import lichen.core.check.Require;

/**
 * How long the side of a square may be, in pixels, both ends included. In JSON {@code [least, most]}.
 *
 * @param least the shortest side
 * @param most the longest side
 */
public record SideRange(int least, int most) {
    /** Checks that there is a side in the range. */
    public SideRange {
        Require.atLeast(1, "least", least);
        Require.that(most >= least, "most", "must be at least " + least + ", the shortest side, but is " + most);
    }

    @Override
    public String toString() {
        return "[" + least + ", " + most + "]";
    }
}

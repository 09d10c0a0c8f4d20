package lichen.core.tensor;

import lichen.core.check.Require;

/**
 * How far an image is continued beyond each of its borders, in pixels.
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns to the left
 * @param right columns to the right
 */
public record Margins(int top, int bottom, int left, int right) {
    /** Checks that none is negative. */
    public Margins {
        Require.atLeast(0, "top", top);
        Require.atLeast(0, "bottom", bottom);
        Require.atLeast(0, "left", left);
        Require.atLeast(0, "right", right);
    }

    /** As many rows above as below, as many columns left as right. */
    public static Margins symmetric(int rows, int columns) {
        return new Margins(rows, rows, columns, columns);
    }

    /** All rows together. */
    public int rows() {
        return top + bottom;
    }

    /** All columns together. */
    public int columns() {
        return left + right;
    }

    /** Whether there is nothing to add anywhere. */
    public boolean isEmpty() {
        return rows() == 0 && columns() == 0;
    }
}

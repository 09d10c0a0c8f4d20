package lichen.descriptor;

/**
 * Red, green and blue turned into three colours that have little to do with each other in photographs: brightness, red
 * against blue, and green against both. An orthonormal transform: lengths stay what they are.
 *
 * <p>Source: Ohta, Kanade and Sakai, "Color information for region segmentation" (1980): close to the principal components of
 * the colours of natural images; here each is scaled to the length 1.
 */
final class OpponentColours {
    private static final double[][] AXES = {
        {1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)},
        {1 / Math.sqrt(2), 0, -1 / Math.sqrt(2)},
        {-1 / Math.sqrt(6), 2 / Math.sqrt(6), -1 / Math.sqrt(6)}
    };

    private OpponentColours() {}

    /** Turns planes of red, green and blue into those of the opponent colours, in place. */
    static void separate(double[][] planes) {
        for (int p = 0; p < planes[0].length; p++) {
            double red = planes[0][p];
            double green = planes[1][p];
            double blue = planes[2][p];
            for (int c = 0; c < AXES.length; c++) {
                planes[c][p] = AXES[c][0] * red + AXES[c][1] * green + AXES[c][2] * blue;
            }
        }
    }

    /** The inverse of {@link #separate}, which is its transpose too; in place. */
    static void mix(double[][] planes) {
        for (int p = 0; p < planes[0].length; p++) {
            double first = planes[0][p];
            double second = planes[1][p];
            double third = planes[2][p];
            for (int c = 0; c < AXES.length; c++) {
                planes[c][p] = AXES[0][c] * first + AXES[1][c] * second + AXES[2][c] * third;
            }
        }
    }
}

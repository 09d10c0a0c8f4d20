package lichen.io.webp;

/** From coefficients back to differences (RFC 6386, section 14). */
final class Transform {
    private static final int SIDE = 4;
    private static final int SQUARE = 16;

    private Transform() {}

    /**
     * Spreads the coefficients of the blocks' means: {@code [16]} at their start become the first of each of 16 blocks.
     *
     * @param means the coefficients
     * @param blocks {@code [16][16]} flattened; the first of each is replaced
     */
    static void spreadMeans(int[] means, int[] blocks) {
        int[] columns = new int[SQUARE];
        for (int i = 0; i < SIDE; i++) {
            int a = means[i] + means[12 + i];
            int b = means[4 + i] + means[8 + i];
            int c = means[4 + i] - means[8 + i];
            int d = means[i] - means[12 + i];
            columns[i] = a + b;
            columns[4 + i] = d + c;
            columns[8 + i] = a - b;
            columns[12 + i] = d - c;
        }
        for (int i = 0; i < SIDE; i++) {
            int rounded = columns[4 * i] + 3;
            int a = rounded + columns[4 * i + 3];
            int b = columns[4 * i + 1] + columns[4 * i + 2];
            int c = columns[4 * i + 1] - columns[4 * i + 2];
            int d = rounded - columns[4 * i + 3];
            blocks[SQUARE * 4 * i] = a + b >> 3;
            blocks[SQUARE * (4 * i + 1)] = d + c >> 3;
            blocks[SQUARE * (4 * i + 2)] = a - b >> 3;
            blocks[SQUARE * (4 * i + 3)] = d - c >> 3;
        }
    }

    /** Adds a block to what is predicted of it. */
    static void add(int[] coefficients, int start, MacroblockPlane plane, int x, int y) {
        int[] columns = new int[SQUARE];
        for (int i = 0; i < SIDE; i++) {
            int a = coefficients[start + i] + coefficients[start + 8 + i];
            int b = coefficients[start + i] - coefficients[start + 8 + i];
            int c = less(coefficients[start + 4 + i]) - more(coefficients[start + 12 + i]);
            int d = more(coefficients[start + 4 + i]) + less(coefficients[start + 12 + i]);
            columns[4 * i] = a + d;
            columns[4 * i + 1] = b + c;
            columns[4 * i + 2] = b - c;
            columns[4 * i + 3] = a - d;
        }
        for (int i = 0; i < SIDE; i++) {
            int rounded = columns[i] + 4;
            int a = rounded + columns[8 + i];
            int b = rounded - columns[8 + i];
            int c = less(columns[4 + i]) - more(columns[12 + i]);
            int d = more(columns[4 + i]) + less(columns[12 + i]);
            int at = plane.index(x, y + i);
            plane.put(at, plane.at(at) + (a + d >> 3));
            plane.put(at + 1, plane.at(at + 1) + (b + c >> 3));
            plane.put(at + 2, plane.at(at + 2) + (b - c >> 3));
            plane.put(at + 3, plane.at(at + 3) + (a - d >> 3));
        }
    }

    /** Times the square root of 2 times the cosine of an eighth of the circle's half. */
    private static int more(int value) {
        return (value * 20_091 >> 16) + value;
    }

    /** Times the square root of 2 times its sine. */
    private static int less(int value) {
        return value * 35_468 >> 16;
    }
}

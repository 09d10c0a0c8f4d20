package lichen.core.wave;

/**
 * Windows that overlap by half, or a little more where that is needed to cover a plane from border to border, and fade out.
 *
 * @param height rows of the plane
 * @param width columns of the plane
 * @param side of a window
 * @param rows of windows
 * @param columns of windows
 * @param fade Hann's window along one side: (1 - cos(2 pi (i + 1/2) / n)) / 2
 */
record WelchWindows(int height, int width, int side, int rows, int columns, float[] fade) {
    static WelchWindows over(int height, int width, int side) {
        return new WelchWindows(height, width, side, count(height, side), count(width, side), fade(side));
    }

    /** Hann's window along one side. */
    static float[] fade(int side) {
        float[] fade = new float[side];
        for (int i = 0; i < side; i++) {
            fade[i] = (float) ((1 - StrictMath.cos(2 * Math.PI * (i + 0.5) / side)) / 2);
        }
        return fade;
    }

    /** How many windows there are. */
    int count() {
        return rows * columns;
    }

    /** What the sum of the windows' powers is multiplied by: 1 over their count and over the sum of h². */
    double scale() {
        double sum = 0;
        for (float h : fade) {
            sum += (double) h * h;
        }
        return 1 / (count() * sum * sum);
    }

    /** Copies a window of two neighbouring channels of {@code [H,W,C]}, faded, as complex numbers; zeros for one too many. */
    void cut(float[] map, int channels, int channel, int window, float[] tile) {
        int first = first(window);
        boolean paired = channel + 1 < channels;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int from = (first + y * width + x) * channels + channel;
                int to = 2 * (y * side + x);
                float faded = fade[y] * fade[x];
                tile[to] = map[from] * faded;
                tile[to + 1] = paired ? map[from + 1] * faded : 0;
            }
        }
    }

    /** Adds a window, faded, to its channels of {@code [H,W,C]}. */
    void add(float[] tile, int window, float[] map, int channels, int channel) {
        int first = first(window);
        boolean paired = channel + 1 < channels;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int to = (first + y * width + x) * channels + channel;
                int from = 2 * (y * side + x);
                float faded = fade[y] * fade[x];
                map[to] += tile[from] * faded;
                if (paired) {
                    map[to + 1] += tile[from + 1] * faded;
                }
            }
        }
    }

    private int first(int window) {
        return start(window / columns, rows, height) * width + start(window % columns, columns, width);
    }

    private int start(int index, int count, int extent) {
        return count == 1 ? 0 : (int) ((long) index * (extent - side) / (count - 1));
    }

    private static int count(int extent, int side) {
        int step = Math.max(1, side / 2);
        return (extent - side + step - 1) / step + 1;
    }
}

package lichen.app.quality.measure;

import lichen.app.quality.plane.Plane;

/** Samples on a circle about a pixel, which are brighter than it or not. */
final class Circle {
    /** What rounding makes of two samples that are the same. */
    private static final double ALIKE = 1e-6;

    private final int radius;
    private final double[] dx;
    private final double[] dy;

    private Circle(int radius, double[] dx, double[] dy) {
        this.radius = radius;
        this.dx = dx;
        this.dy = dy;
    }

    static Circle of(int radius, int samples) {
        double[] dx = new double[samples];
        double[] dy = new double[samples];
        for (int i = 0; i < samples; i++) {
            dx[i] = radius * StrictMath.cos(2 * Math.PI * i / samples);
            dy[i] = radius * StrictMath.sin(2 * Math.PI * i / samples);
        }
        return new Circle(radius, dx, dy);
    }

    /**
     * The shares of the patterns: with at most two changes around the circle, by the number of brighter samples, and all others
     * as the last.
     */
    double[] histogram(Plane plane) {
        double[] histogram = new double[bins()];
        int count = 0;
        for (int y = radius; y < plane.height() - radius; y++) {
            for (int x = radius; x < plane.width() - radius; x++) {
                histogram[pattern(plane, x, y)]++;
                count++;
            }
        }
        for (int i = 0; i < histogram.length; i++) {
            histogram[i] /= count;
        }
        return histogram;
    }

    /** How many shares there are. */
    int bins() {
        return dx.length + 2;
    }

    private int pattern(Plane plane, int x, int y) {
        double least = plane.at(x, y) - ALIKE;
        boolean last = sample(plane, x, y, dx.length - 1) >= least;
        int changes = 0;
        int brighter = 0;
        for (int i = 0; i < dx.length; i++) {
            boolean bright = sample(plane, x, y, i) >= least;
            changes += bright == last ? 0 : 1;
            brighter += bright ? 1 : 0;
            last = bright;
        }
        return changes <= 2 ? brighter : dx.length + 1;
    }

    private double sample(Plane plane, int x, int y, int i) {
        double column = x + dx[i];
        double row = y + dy[i];
        int left = Math.min(plane.width() - 2, (int) column);
        int top = Math.min(plane.height() - 2, (int) row);
        double right = column - left;
        double down = row - top;
        return (1 - down) * ((1 - right) * plane.at(left, top) + right * plane.at(left + 1, top))
                + down * ((1 - right) * plane.at(left, top + 1) + right * plane.at(left + 1, top + 1));
    }
}

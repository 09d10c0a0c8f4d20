package lichen.descriptor.steerable;

import lichen.core.check.Require;

/**
 * The mean product of a plane and its displaced self, circular at the borders: a(dx,dy) = mean over x, y of
 * f[y,x] f[y+dy,x+dx], for the displacements of a square neighbourhood of odd width. As a(-dx,-dy) = a(dx,dy), only half of
 * them are computed: the variance (of a centred plane), then the others row by row.
 */
final class Autocorrelation {
    private final Grid grid;
    private final int reach;

    /**
     * For planes of one size.
     *
     * @param neighbourhood the width of the square of displacements, odd
     */
    Autocorrelation(Grid grid, int neighbourhood) {
        Require.that(neighbourhood % 2 == 1, "neighbourhood", "must be odd, but is " + neighbourhood);
        this.grid = grid;
        reach = neighbourhood / 2;
    }

    /** How many numbers there are, the variance included. */
    int length() {
        int width = 2 * reach + 1;
        return (width * width + 1) / 2;
    }

    /** The mean products, variance first. */
    double[] of(double[] plane) {
        double[] wide = wide(plane);
        double[] products = new double[length()];
        int index = 0;
        for (int dy = 0; dy <= reach; dy++) {
            for (int dx = dy == 0 ? 0 : -reach; dx <= reach; dx++) {
                double sum = 0;
                for (int row = 0; row < grid.height(); row++) {
                    sum += Sums.product(plane, row * grid.width(), wide, start(row + dy, dx), grid.width());
                }
                products[index++] = sum / plane.length;
            }
        }
        return products;
    }

    /** Adds the gradient: each displacement moves the plane both ways. */
    void pullBack(double[] plane, double[] cotangent, double[] gradient) {
        double[] wide = wide(plane);
        for (int row = 0; row < grid.height(); row++) {
            int index = 0;
            for (int dy = 0; dy <= reach; dy++) {
                for (int dx = dy == 0 ? 0 : -reach; dx <= reach; dx++) {
                    double weight = cotangent[index++] / plane.length;
                    int to = row * grid.width();
                    Sums.add(weight, wide, start(row + dy, dx), gradient, to, grid.width());
                    Sums.add(weight, wide, start(row - dy, -dx), gradient, to, grid.width());
                }
            }
        }
    }

    /** Where a displaced row starts in the widened plane. */
    private int start(int row, int dx) {
        return Math.floorMod(row, grid.height()) * (grid.width() + 2 * reach) + reach + dx;
    }

    /** The plane with its rows continued on both sides. */
    private double[] wide(double[] plane) {
        int width = grid.width() + 2 * reach;
        double[] wide = new double[grid.height() * width];
        for (int row = 0; row < grid.height(); row++) {
            for (int column = 0; column < width; column++) {
                wide[row * width + column] = plane[row * grid.width() + Math.floorMod(column - reach, grid.width())];
            }
        }
        return wide;
    }
}

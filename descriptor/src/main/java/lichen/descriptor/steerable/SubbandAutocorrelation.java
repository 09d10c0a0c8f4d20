package lichen.descriptor.steerable;

import lichen.core.check.Require;
import lichen.core.wave.SpectrumGrid;

/**
 * The mean product of a plane and its displaced self, circular at the borders: a(dx,dy) = mean over x, y of
 * f[y,x] f[y+dy,x+dx], for the displacements of a square neighbourhood of odd width. As a(-dx,-dy) = a(dx,dy), half of them are
 * enough: the variance (of a centred plane), then the others row by row.
 */
final class SubbandAutocorrelation {
    /** So many displacements are worked on together. */
    private static final int LANES = 4;

    private final SpectrumGrid grid;
    private final int reach;
    private final int lanes;
    private final int wideWidth;

    /**
     * For planes of one size.
     *
     * @param neighbourhood the width of the square of displacements, odd
     */
    SubbandAutocorrelation(SpectrumGrid grid, int neighbourhood) {
        Require.that(neighbourhood % 2 == 1, "neighbourhood", "must be odd, but is " + neighbourhood);
        this.grid = grid;
        reach = neighbourhood / 2;
        lanes = (neighbourhood + LANES - 1) / LANES * LANES;
        wideWidth = grid.width() + lanes - 1;
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
            double[] sums = new double[lanes];
            for (int row = 0; row < grid.height(); row++) {
                for (int lane = 0; lane < lanes; lane += LANES) {
                    addProducts(plane, row * grid.width(), wide, start(row + dy) + lane, sums);
                }
            }
            for (int dx = dy == 0 ? 0 : -reach; dx <= reach; dx++) {
                products[index++] = sums[dx + reach] / plane.length;
            }
        }
        return products;
    }

    /** Adds the gradient: as each displacement moves the plane both ways, a symmetric filter of the plane. */
    void pullBack(double[] plane, double[] cotangent, double[] gradient) {
        double[][] kernel = kernel(cotangent, plane.length);
        double[] wide = wide(plane);
        for (int row = 0; row < grid.height(); row++) {
            for (int dy = -reach; dy <= reach; dy++) {
                for (int lane = 0; lane < lanes; lane += LANES) {
                    addFiltered(wide, start(row + dy) + lane, kernel[dy + reach], gradient, row * grid.width());
                }
            }
        }
    }

    /** The weights of all displacements, those that no number stands for 0. */
    private double[][] kernel(double[] cotangent, int pixels) {
        double[][] kernel = new double[2 * reach + 1][lanes];
        int index = 0;
        for (int dy = 0; dy <= reach; dy++) {
            for (int dx = dy == 0 ? 0 : -reach; dx <= reach; dx++) {
                double weight = cotangent[index++] / pixels;
                kernel[reach + dy][reach + dx] += weight;
                kernel[reach - dy][reach - dx] += weight;
            }
        }
        return kernel;
    }

    /** Adds the products of a row and another one, displaced by 0, 1, 2, 3, to the sums of the lane where it starts. */
    private void addProducts(double[] plane, int from, double[] wide, int start, double[] sums) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < grid.width(); i++) {
            double x = plane[from + i];
            s0 += x * wide[start + i];
            s1 += x * wide[start + i + 1];
            s2 += x * wide[start + i + 2];
            s3 += x * wide[start + i + 3];
        }
        int lane = start % wideWidth;
        sums[lane] += s0;
        sums[lane + 1] += s1;
        sums[lane + 2] += s2;
        sums[lane + 3] += s3;
    }

    private void addFiltered(double[] wide, int start, double[] weights, double[] gradient, int to) {
        int lane = start % wideWidth;
        double w0 = weights[lane];
        double w1 = weights[lane + 1];
        double w2 = weights[lane + 2];
        double w3 = weights[lane + 3];
        for (int i = 0; i < grid.width(); i++) {
            gradient[to + i] += w0 * wide[start + i]
                    + w1 * wide[start + i + 1]
                    + w2 * wide[start + i + 2]
                    + w3 * wide[start + i + 3];
        }
    }

    /** Where a row starts in the widened plane, displaced as far to the left as it goes. */
    private int start(int row) {
        return Math.floorMod(row, grid.height()) * wideWidth;
    }

    /** The plane with its rows continued on both sides. */
    private double[] wide(double[] plane) {
        double[] wide = new double[grid.height() * wideWidth];
        for (int column = 0; column < wideWidth; column++) {
            int source = Math.floorMod(column - reach, grid.width());
            for (int row = 0; row < grid.height(); row++) {
                wide[row * wideWidth + column] = plane[row * grid.width() + source];
            }
        }
        return wide;
    }
}

package lichen.descriptor.steerable;

import lichen.core.wave.SpectrumGrid;

/** A real filter in the Fourier domain: a gain for each frequency of a grid, and 0 for all others. */
final class Filter {
    private final SpectrumGrid grid;
    private final double[] gains;

    /** Keeps the gains, {@code [H,W]}. */
    Filter(SpectrumGrid grid, double[] gains) {
        this.grid = grid;
        this.gains = gains;
    }

    /** The grid of the frequencies that may pass. */
    SpectrumGrid grid() {
        return grid;
    }

    /** Adds what passes of a spectrum to a spectrum on another grid. The adjoint is the same, the other way round. */
    void carry(double[] from, SpectrumGrid fromGrid, double[] to, SpectrumGrid toGrid) {
        for (int row = 0; row < grid.height(); row++) {
            int y = SpectrumGrid.frequency(row, grid.height());
            int fromRow = SpectrumGrid.index(y, fromGrid.height()) * fromGrid.width();
            int toRow = SpectrumGrid.index(y, toGrid.height()) * toGrid.width();
            for (int column = 0; column < grid.width(); column++) {
                int x = SpectrumGrid.frequency(column, grid.width());
                int source = 2 * (fromRow + SpectrumGrid.index(x, fromGrid.width()));
                int target = 2 * (toRow + SpectrumGrid.index(x, toGrid.width()));
                double gain = gains[row * grid.width() + column];
                to[target] += gain * from[source];
                to[target + 1] += gain * from[source + 1];
            }
        }
    }

    /** The energy of what passes of a spectrum on the same grid: the sum of all squares. */
    double energy(double[] spectrum) {
        double sum = 0;
        for (int i = 0; i < gains.length; i++) {
            double real = gains[i] * spectrum[2 * i];
            double imaginary = gains[i] * spectrum[2 * i + 1];
            sum += real * real + imaginary * imaginary;
        }
        return sum;
    }

    /** Adds the gradient of {@link #energy}, times a factor. */
    void pullBackEnergy(double[] spectrum, double factor, double[] gradient) {
        for (int i = 0; i < gains.length; i++) {
            double weight = 2 * factor * gains[i] * gains[i];
            gradient[2 * i] += weight * spectrum[2 * i];
            gradient[2 * i + 1] += weight * spectrum[2 * i + 1];
        }
    }
}

package lichen.core.wave;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The two-dimensional Fourier transform of complex planes, in place; neither direction is scaled, so that each is the other's
 * adjoint. Rows of the spectrum that are zero, or that nobody asks for, cost nothing.
 */
public final class PlaneTransform {
    /** So many complex numbers fill a cache line. */
    private static final int TOGETHER = 4;

    private final SpectrumGrid grid;
    private final DoubleFFT_1D alongRow;
    private final DoubleFFT_1D alongColumn;

    /** Prepares transforms of planes of these extents. */
    public PlaneTransform(SpectrumGrid grid) {
        this.grid = grid;
        alongRow = new DoubleFFT_1D(grid.width());
        alongColumn = new DoubleFFT_1D(grid.height());
    }

    /** From a plane to its spectrum, of which only the rows of the frequencies of another grid hold; others are undefined. */
    public void forward(double[] numbers, SpectrumGrid wanted) {
        columns(numbers, alongColumn::complexForward);
        for (int row = 0; row < grid.height(); row++) {
            int frequency = SpectrumGrid.frequency(row, grid.height());
            int index = SpectrumGrid.index(frequency, wanted.height());
            if (index >= 0 && index < wanted.height() && SpectrumGrid.frequency(index, wanted.height()) == frequency) {
                alongRow.complexForward(numbers, 2 * row * grid.width());
            }
        }
    }

    /** From a spectrum to the plane, times the number of pixels. */
    public void inverse(double[] numbers) {
        int length = 2 * grid.width();
        for (int row = 0; row < grid.height(); row++) {
            if (!isZero(numbers, row * length, length)) {
                alongRow.complexInverse(numbers, row * length, false);
            }
        }
        columns(numbers, column -> alongColumn.complexInverse(column, false));
    }

    /** A transform of one column, in place. */
    @FunctionalInterface
    private interface ColumnTransform {
        void apply(double[] column);
    }

    private void columns(double[] numbers, ColumnTransform transform) {
        double[][] buffers = new double[TOGETHER][2 * grid.height()];
        for (int first = 0; first < grid.width(); first += TOGETHER) {
            int count = Math.min(TOGETHER, grid.width() - first);
            for (int row = 0; row < grid.height(); row++) {
                int at = 2 * (row * grid.width() + first);
                for (int i = 0; i < count; i++) {
                    buffers[i][2 * row] = numbers[at + 2 * i];
                    buffers[i][2 * row + 1] = numbers[at + 2 * i + 1];
                }
            }
            for (int i = 0; i < count; i++) {
                transform.apply(buffers[i]);
            }
            for (int row = 0; row < grid.height(); row++) {
                int at = 2 * (row * grid.width() + first);
                for (int i = 0; i < count; i++) {
                    numbers[at + 2 * i] = buffers[i][2 * row];
                    numbers[at + 2 * i + 1] = buffers[i][2 * row + 1];
                }
            }
        }
    }

    private static boolean isZero(double[] numbers, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (numbers[i] != 0) {
                return false;
            }
        }
        return true;
    }
}

package lichen.descriptor.steerable;

import java.util.Arrays;

/** A row of statistics that is filled from the front, or taken from in the same order. */
final class StatisticsRow {
    private double[] values;
    private int next;

    private StatisticsRow(double[] values) {
        this.values = values;
    }

    /** An empty row. */
    static StatisticsRow empty() {
        return new StatisticsRow(new double[64]);
    }

    /** A row to be taken from. */
    static StatisticsRow of(double[] values) {
        return new StatisticsRow(values);
    }

    /** Appends numbers. */
    void put(double... numbers) {
        if (next + numbers.length > values.length) {
            values = Arrays.copyOf(values, 2 * (next + numbers.length));
        }
        System.arraycopy(numbers, 0, values, next, numbers.length);
        next += numbers.length;
    }

    /** All that was appended, fresh. */
    double[] toArray() {
        return Arrays.copyOf(values, next);
    }

    /** The next numbers. */
    double[] take(int count) {
        next += count;
        return Arrays.copyOfRange(values, next - count, next);
    }

    /** The next numbers, as rows of a matrix. */
    double[][] takeMatrix(int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = take(columns);
        }
        return matrix;
    }

    /** The next numbers, as what lies right of the diagonal of a square matrix; the rest of it is 0. */
    double[][] takeTriangle(int size) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                matrix[i][j] = values[next++];
            }
        }
        return matrix;
    }
}

package lichen.descriptor.quantile;

/**
 * A column of a matrix {@code [P,stride]}.
 *
 * @param matrix the numbers, row by row
 * @param stride how many columns there are
 * @param index which one this is
 */
record MatrixColumn(float[] matrix, int stride, int index) {
    float get(int row) {
        return matrix[row * stride + index];
    }

    void set(int row, float value) {
        matrix[row * stride + index] = value;
    }
}

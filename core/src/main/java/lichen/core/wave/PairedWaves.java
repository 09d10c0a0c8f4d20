package lichen.core.wave;

/**
 * The Fourier transform of two real planes as one complex one, z = x + i y. Since X[-k] is the conjugate of X[k], the two come
 * apart: X[k] = (Z[k] + Z[-k]*) / 2 and Y[k] = (Z[k] - Z[-k]*) / 2 i.
 *
 * @param side n
 * @param numbers {@code [n,n,2]}: real and imaginary parts
 */
record PairedWaves(int side, float[] numbers) {
    /** The wave -k. */
    static int opposite(int wave, int side) {
        return (side - wave / side) % side * side + (side - wave % side) % side;
    }

    /** Adds |X[k]|² to the n x n numbers from {@code first} on, and |Y[k]|² to those that follow. */
    void addPower(float[] power, int first) {
        int second = first + side * side;
        for (int k = 0; k < side * side; k++) {
            int opposite = opposite(k, side);
            float even = numbers[2 * k] + numbers[2 * opposite];
            float odd = numbers[2 * k + 1] - numbers[2 * opposite + 1];
            power[first + k] += (even * even + odd * odd) / 4;
            float otherEven = numbers[2 * k + 1] + numbers[2 * opposite + 1];
            float otherOdd = numbers[2 * opposite] - numbers[2 * k];
            power[second + k] += (otherEven * otherEven + otherOdd * otherOdd) / 4;
        }
    }

    /** Multiplies X and Y by real factors that are the same for k and -k, stored as the powers are. */
    void scale(float[] factors, int first) {
        int second = first + side * side;
        for (int k = 0; k < side * side; k++) {
            int opposite = opposite(k, side);
            if (k <= opposite) {
                float realX = (numbers[2 * k] + numbers[2 * opposite]) / 2 * factors[first + k];
                float imaginaryX = (numbers[2 * k + 1] - numbers[2 * opposite + 1]) / 2 * factors[first + k];
                float realY = (numbers[2 * k + 1] + numbers[2 * opposite + 1]) / 2 * factors[second + k];
                float imaginaryY = (numbers[2 * opposite] - numbers[2 * k]) / 2 * factors[second + k];
                numbers[2 * k] = realX - imaginaryY;
                numbers[2 * k + 1] = imaginaryX + realY;
                numbers[2 * opposite] = realX + imaginaryY;
                numbers[2 * opposite + 1] = realY - imaginaryX;
            }
        }
    }
}

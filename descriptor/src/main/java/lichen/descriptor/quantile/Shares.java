package lichen.descriptor.quantile;

/**
 * A sorted list of P numbers as the averages of Q equal shares of it, so that lists of different lengths compare.
 *
 * <p>q[j] = Q times the integral from j/Q to (j+1)/Q of the quantile function, which is x[i] between i/P and (i+1)/P. A number
 * on the border of two shares counts in both with the parts that it has there; with fewer numbers than shares, one number
 * fills several. All borders are multiples of 1 / (P Q), so they are exact in integers.
 *
 * @param numbers P
 * @param shares Q
 */
record Shares(int numbers, int shares) {
    /** Fills in the shares of a sorted list. */
    void average(long[] sorted, float[] averages, int first) {
        long done = 0;
        int i = 0;
        for (int j = 0; j < shares; j++) {
            long end = (j + 1L) * numbers;
            double sum = 0;
            while (done < end) {
                long border = Math.min((i + 1L) * shares, end);
                sum += (border - done) * (double) RadixSort.number(sorted[i]);
                done = border;
                if (done == (i + 1L) * shares) {
                    i++;
                }
            }
            averages[first + j] = (float) (sum / numbers);
        }
    }

    /**
     * The gradient of the numbers from that of the averages.
     *
     * @param slopes d loss / d q, from {@code first} on
     * @param order the place of each number of the sorted list, from {@code firstPlace} on
     * @param gradient {@code [P,stride]}: the column where the numbers came from is overwritten
     */
    void pullBack(float[] slopes, int first, int[] order, int firstPlace, MatrixColumn gradient) {
        long done = 0;
        int j = 0;
        for (int i = 0; i < numbers; i++) {
            long end = (i + 1L) * shares;
            double sum = 0;
            while (done < end) {
                long border = Math.min((j + 1L) * numbers, end);
                sum += (border - done) * (double) slopes[first + j];
                done = border;
                if (done == (j + 1L) * numbers) {
                    j++;
                }
            }
            gradient.set(order[firstPlace + i], (float) (sum / numbers));
        }
    }
}

package lichen.descriptor.quantile;

/**
 * A sorted list of P numbers as the averages of Q equal shares of it, so that lists of different lengths compare.
 *
 * <p>q[j] = Q times the integral from j/Q to (j+1)/Q of the quantile function, which is x[i] between i/P and (i+1)/P. A number
 * on the border of two shares counts in both with the parts that it has there; with fewer numbers than shares, one number
 * fills several. The list comes in {@link Groups} of numbers that count as equal. All borders are multiples of 1 / (P Q), so they are
 * exact in integers.
 *
 * @param numbers P
 * @param shares Q
 */
record Shares(int numbers, int shares) {
    /**
     * Fills in the averages.
     *
     * @param counts how many numbers each group holds, from {@code firstGroup} on
     * @param sums of all groups
     * @param averages q, from {@code first} on
     */
    void average(int[] counts, int firstGroup, double[] sums, float[] averages, int first) {
        long done = 0;
        long members = 0;
        int j = 0;
        double sum = 0;
        for (int group = 0; group < sums.length; group++) {
            int count = counts[firstGroup + group];
            members += count;
            double mean = count == 0 ? 0 : sums[group] / count;
            while (done < members * shares) {
                long border = Math.min((j + 1L) * numbers, members * shares);
                sum += (border - done) * mean;
                done = border;
                if (done == (j + 1L) * numbers) {
                    averages[first + j] = (float) (sum / numbers);
                    sum = 0;
                    j++;
                }
            }
        }
    }

    /**
     * The gradient of a number of each group from that of the averages.
     *
     * @param slopes d loss / d q, from {@code first} on
     * @param counts how many numbers each group holds, from {@code firstGroup} on
     * @param gradients d loss / d x of each group; those of empty ones mean nothing
     */
    void pullBack(float[] slopes, int first, int[] counts, int firstGroup, double[] gradients) {
        long done = 0;
        long members = 0;
        int j = 0;
        for (int group = 0; group < gradients.length; group++) {
            int count = counts[firstGroup + group];
            members += count;
            double sum = 0;
            while (done < members * shares) {
                long border = Math.min((j + 1L) * numbers, members * shares);
                sum += (border - done) * (double) slopes[first + j];
                done = border;
                if (done == (j + 1L) * numbers) {
                    j++;
                }
            }
            gradients[group] = count == 0 ? 0 : sum / ((double) numbers * count);
        }
    }
}

package lichen.model.spec;

/**
 * A Morlet wavelet: a wave under a bell, without its mean.
 *
 * <p>psi(u, v) = g(u, v) (exp(i f u) - k), g(u, v) = exp(-(u² + v² / 2) / (2 s²)), with k such that the sum over the taps is 0; of
 * unit energy.
 *
 * @param width s, the deviation of the bell across the edges, in pixels
 * @param frequency f, in radians a pixel
 * @param side how many taps, odd
 */
record Morlet(double width, double frequency, int side) {
    private static final double SLANT = 0.5;

    /**
     * Its taps.
     *
     * @param angle the direction of the wave, in radians
     * @param phase where the wave is in the middle, in radians
     * @return {@code [side][side]} flattened: Re(exp(i phase) psi)
     */
    double[] taps(double angle, double phase) {
        int count = side * side;
        double[] real = new double[count];
        double[] imaginary = new double[count];
        double[] bell = new double[count];
        double sum = 0;
        double sumReal = 0;
        for (int i = 0; i < count; i++) {
            double x = i % side - side / 2;
            double y = Math.floorDiv(i, side) - side / 2;
            double along = x * StrictMath.cos(angle) + y * StrictMath.sin(angle);
            double across = y * StrictMath.cos(angle) - x * StrictMath.sin(angle);
            bell[i] = StrictMath.exp(-(along * along + SLANT * across * across) / (2 * width * width));
            real[i] = StrictMath.cos(frequency * along);
            imaginary[i] = StrictMath.sin(frequency * along);
            sum += bell[i];
            sumReal += bell[i] * real[i];
        }
        double energy = 0;
        for (int i = 0; i < count; i++) {
            real[i] = bell[i] * (real[i] - sumReal / sum);
            imaginary[i] *= bell[i];
            energy += real[i] * real[i] + imaginary[i] * imaginary[i];
        }
        double[] taps = new double[count];
        for (int i = 0; i < count; i++) {
            taps[i] = (StrictMath.cos(phase) * real[i] - StrictMath.sin(phase) * imaginary[i]) / Math.sqrt(energy);
        }
        return taps;
    }
}

package lichen.synthesis.diffusion;

import lichen.core.tensor.HostWork;

/**
 * Weights of the photograph's patches, for each patch of the image, such that all of them are used alike: without it, an image
 * of leaves on soil becomes soil, since smooth patches are near to every mean. The potentials of an optimal transport with
 * entropy.
 *
 * <p>Source: Cuturi, "Sinkhorn Distances", NIPS 2013, section 4.
 */
final class Balance {
    private static final int PASSES = 10;

    /** Of more patches of an image, every second, third and so on speaks for all. */
    private static final int MOST = 2048;

    /** A patch that nothing uses counts as used this much, as a part of its share. */
    private static final double LEAST_SHARE = 1e-3;

    private final double temperature;
    private final double[] potentials;

    private Balance(double temperature, int count) {
        this.temperature = temperature;
        potentials = new double[count];
    }

    /**
     * Finds it.
     *
     * @param distances squared distances, by patch of the image and patch of the photograph
     * @param temperature twice the variance of the noise
     */
    static Balance of(float[][] distances, double temperature) {
        int count = distances[0].length;
        Balance balance = new Balance(temperature, count);
        int stride = (distances.length + MOST - 1) / MOST;
        int asked = (distances.length + stride - 1) / stride;
        double[][] weights = new double[asked][];
        for (int pass = 0; pass < PASSES; pass++) {
            HostWork.of(asked).run((worker, i) -> weights[i] = balance.weights(distances[i * stride]));
            double[] use = new double[count];
            for (double[] row : weights) {
                for (int i = 0; i < count; i++) {
                    use[i] += row[i];
                }
            }
            double share = (double) asked / count;
            for (int i = 0; i < count; i++) {
                balance.potentials[i] -= temperature * StrictMath.log(Math.max(LEAST_SHARE, use[i] / share));
            }
        }
        return balance;
    }

    /** The weights of all patches of the photograph for a patch of the image; their sum is 1. */
    double[] weights(float[] distances) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < distances.length; i++) {
            least = Math.min(least, distances[i] - potentials[i]);
        }
        double[] weights = new double[distances.length];
        double total = 0;
        for (int i = 0; i < distances.length; i++) {
            weights[i] = StrictMath.exp((least - distances[i] + potentials[i]) / temperature);
            total += weights[i];
        }
        for (int i = 0; i < distances.length; i++) {
            weights[i] /= total;
        }
        return weights;
    }
}

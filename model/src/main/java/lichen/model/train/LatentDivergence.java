package lichen.model.train;

import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * How far what an encoder says of latents, normal with a mean and a deviation each, is from the normal numbers with mean 0 and
 * deviation 1 that samples are made of: Kullback and Leibler's divergence, in nats.
 *
 * <pre>sum over numbers of (m^2 + s^2 - 1) / 2 - ln s</pre>
 *
 * <p>Its weight grows evenly over the first steps: at once, latents that the decoder does not use yet would be given up. Source: Kingma
 * and Welling, "Auto-encoding variational Bayes" (2014), appendix B; Bowman et al., "Generating sentences from a continuous
 * space" (2016), section 3.1.
 *
 * @param weight of the term, for each number of the image
 * @param warmUp steps after which it has its weight
 */
@Summary("how far latents may be from those that samples are made of")
public record LatentDivergence(
        @Default("0.01") @Summary("weight of the divergence, for each number of the image")
        double weight,

        @Default("500") @Summary("steps after which it has its weight")
        int warmUp) {
    /** Keeps the logarithm finite: no deviation is taken for less. */
    private static final double LEAST = 1e-4;

    /** Checks the ranges. */
    public LatentDivergence {
        Require.notNegative("weight", weight);
        Require.atLeast(0, "warmUp", warmUp);
    }

    /** The weight at a step, from 0. */
    double weight(long step) {
        return weight * (warmUp == 0 ? 1 : Math.min(1, (double) step / warmUp));
    }

    /** The divergence. */
    double value(float[] means, float[] deviations) {
        double sum = 0;
        for (int i = 0; i < means.length; i++) {
            double s = Math.max(LEAST, deviations[i]);
            sum += ((double) means[i] * means[i] + s * s - 1) / 2 - Math.log(s);
        }
        return sum;
    }

    /**
     * Its gradient times a factor.
     *
     * @param ofMeans overwritten
     * @param ofDeviations overwritten
     */
    void gradient(float[] means, float[] deviations, double factor, float[] ofMeans, float[] ofDeviations) {
        for (int i = 0; i < means.length; i++) {
            double s = Math.max(LEAST, deviations[i]);
            ofMeans[i] = (float) (factor * means[i]);
            ofDeviations[i] = (float) (factor * (s - 1 / s));
        }
    }
}

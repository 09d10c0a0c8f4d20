package lichen.app.experiment.statistic;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.stat.inference.WilcoxonSignedRankTest;

/**
 * Wilcoxon's signed-rank test: how likely differences lie so far to one side, or further, if both sides are alike.
 *
 * <p>Exact up to thirty numbers. Source: Wilcoxon, Individual comparisons by ranking methods, 1945; differences of zero are left
 * out, as he did.
 */
public final class SignedRanks {
    /** With fewer, no outcome is rarer than one in twenty on both sides. */
    private static final int LEAST = 2;

    private static final int MOST_EXACT = 30;

    private SignedRanks() {}

    /**
     * The two-sided probability.
     *
     * @param differences one for each pair
     * @return from 0 to 1; empty where fewer than two differ
     */
    public static OptionalDouble probability(double[] differences) {
        double[] differing =
                Arrays.stream(differences).filter(difference -> difference != 0).toArray();
        if (differing.length < LEAST) {
            return OptionalDouble.empty();
        }
        double probability = new WilcoxonSignedRankTest()
                .wilcoxonSignedRankTest(new double[differing.length], differing, differing.length <= MOST_EXACT);
        return OptionalDouble.of(Math.min(1, probability));
    }
}

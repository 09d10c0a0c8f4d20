package lichen.app.experiment.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import lichen.app.quality.Mean;
import lichen.core.random.RandomStreams;

/**
 * How much better one column is than another, on the same photographs: the quotient of their geometric mean ratios, over
 * the measures of a basis.
 *
 * <p>exp(mean over photographs p of d_p), d_p = mean log ratio of the first - that of the second. The interval is that of the
 * percentile bootstrap: photographs are drawn again with replacement. Source: Efron and Tibshirani, An Introduction to the
 * Bootstrap, 1993, chapter 13.
 *
 * @param quotient below 1 where the first is better
 * @param low the lower end of the interval that holds 95 % of the draws
 * @param high its upper end
 * @param photographs how many photographs both have an image of
 * @param wins on how many of them the first is better
 */
record Difference(double quotient, double low, double high, int photographs, int wins) {
    private static final int DRAWS = 10_000;
    private static final double TAIL = 0.025;

    /** The difference of two columns; empty if they share no photograph or no measure. */
    static Optional<Difference> between(Results results, Basis basis, String first, String second) {
        List<String> names = basis.of(results);
        double[] differences = results.plan().photographs().stream()
                .flatMap(photograph -> {
                    OptionalDouble one = results.mean(Mean.GEOMETRIC, photograph, first, names);
                    OptionalDouble other = results.mean(Mean.GEOMETRIC, photograph, second, names);
                    return one.isPresent() && other.isPresent()
                            ? Optional.of(Math.log(one.getAsDouble() / other.getAsDouble())).stream()
                            : Optional.<Double>empty().stream();
                })
                .mapToDouble(Double::doubleValue)
                .toArray();
        return differences.length == 0 ? Optional.empty() : Optional.of(of(differences));
    }

    /** The difference by the photographs' differences of logarithms. */
    static Difference of(double[] differences) {
        RandomGenerator random = new RandomStreams(0).stream("bootstrap");
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < differences.length; i++) {
                means[draw] += differences[random.nextInt(differences.length)] / differences.length;
            }
        }
        Arrays.sort(means);
        int tail = (int) (DRAWS * TAIL);
        return new Difference(
                Math.exp(Arrays.stream(differences).average().orElseThrow()),
                Math.exp(means[tail]),
                Math.exp(means[DRAWS - 1 - tail]),
                differences.length,
                (int) Arrays.stream(differences)
                        .filter(difference -> difference < 0)
                        .count());
    }
}

package lichen.app.experiment.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import lichen.app.experiment.statistic.Interval;
import lichen.app.quality.Mean;

/**
 * How much better one column is than another, on the same photographs: the quotient of their geometric mean ratios, over
 * the measures of a basis.
 *
 * <p>exp(mean over photographs p of d_p), d_p = mean log ratio of the first - that of the second. The interval is the bootstrap's:
 * photographs are drawn again.
 *
 * @param quotient below 1 where the first is better
 * @param low the lower end of the interval that holds 95 % of the draws
 * @param high its upper end
 * @param photographs how many photographs both have an image of
 * @param wins on how many of them the first is better
 */
record Difference(double quotient, double low, double high, int photographs, int wins) {
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
        Interval interval = Interval.of(differences);
        return new Difference(
                Math.exp(interval.mean()),
                Math.exp(interval.low()),
                Math.exp(interval.high()),
                differences.length,
                (int) Arrays.stream(differences)
                        .filter(difference -> difference < 0)
                        .count());
    }
}

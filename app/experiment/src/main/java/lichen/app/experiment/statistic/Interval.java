package lichen.app.experiment.statistic;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.random.RandomStreams;

/**
 * A mean with the interval that holds 95 % of those of samples drawn again: the percentile bootstrap. The same numbers give the same
 * interval.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
 *
 * @param mean the mean of the numbers
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double mean, double low, double high) {
    private static final int DRAWS = 10_000;
    private static final double TAIL = 0.025;

    /**
     * The mean of numbers that are independent of each other.
     *
     * @param numbers at least one, all finite
     */
    public static Interval of(double[] numbers) {
        Require.that(numbers.length > 0, "numbers", "must be at least one");
        RandomGenerator random = new RandomStreams(0).stream("bootstrap");
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < numbers.length; i++) {
                means[draw] += numbers[random.nextInt(numbers.length)] / numbers.length;
            }
        }
        Arrays.sort(means);
        int tail = (int) (DRAWS * TAIL);
        return new Interval(Arrays.stream(numbers).average().orElseThrow(), means[tail], means[DRAWS - 1 - tail]);
    }
}

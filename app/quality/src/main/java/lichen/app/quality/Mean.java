package lichen.app.quality;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/** How the ratios of several measures become one number. */
public enum Mean {
    /** exp(mean of logarithms): a ratio of 1/2 makes up for one of 2. A ratio below 0.001, as a copy has, counts as 0.001. */
    GEOMETRIC("geometric", ratio -> Math.log(Math.max(ratio, Mean.LEAST_RATIO)), Math::exp),

    /** The sum over the number: the measure by which an image is worst weighs most. */
    ARITHMETIC("arithmetic", ratio -> ratio, mean -> mean);

    private static final double LEAST_RATIO = 1e-3;

    private final String word;
    private final DoubleUnaryOperator before;
    private final DoubleUnaryOperator after;

    Mean(String word, DoubleUnaryOperator before, DoubleUnaryOperator after) {
        this.word = word;
        this.before = before;
        this.after = after;
    }

    /** The name in tables. */
    public String word() {
        return word;
    }

    /** The mean; empty without any number. */
    public OptionalDouble of(DoubleStream ratios) {
        OptionalDouble mean = ratios.map(before).average();
        return mean.isPresent() ? OptionalDouble.of(after.applyAsDouble(mean.getAsDouble())) : mean;
    }
}

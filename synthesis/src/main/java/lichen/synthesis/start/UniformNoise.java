package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Every number drawn evenly from [low, high), each by itself.
 *
 * @param low the least value, in [0, 1]
 * @param high the greatest value, in [0, 1]
 */
@Summary("every number drawn evenly from a range: the start of the reference system")
public record UniformNoise(
        @Default("0") @Summary("the least value") double low,
        @Default("1") @Summary("the greatest value") double high) implements StartImage {
    /** Checks the range. */
    public UniformNoise {
        Require.within(0, 1, "low", low);
        Require.within(0, 1, "high", high);
        Require.that(low < high, "high", "must be greater than low, " + low + ", but is " + high);
    }

    @Override
    public Image create(StartContext context) {
        RandomGenerator random = context.random();
        return Noise.fill(context.size(), channel -> Noise.uniform(random, low, high));
    }
}

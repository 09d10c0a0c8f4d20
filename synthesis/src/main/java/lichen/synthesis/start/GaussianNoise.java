package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.NormalDeviates;

/**
 * Every number drawn from a normal distribution, each by itself, and forced into [0,1].
 *
 * @param mean the centre, in [0, 1]
 * @param deviation the standard deviation
 */
@Summary("every number drawn from a bell curve")
public record GaussianNoise(
        @Default("0.5") @Summary("the centre") double mean,
        @Default("0.1") @Summary("the standard deviation") double deviation)
        implements StartImage {
    /** Checks the ranges. */
    public GaussianNoise {
        Require.within(0, 1, "mean", mean);
        Require.positive("deviation", deviation);
    }

    @Override
    public Image create(StartContext context) {
        RandomGenerator random = context.random();
        return Noise.fill(context.size(), channel -> mean + deviation * NormalDeviates.deviate(random));
    }
}

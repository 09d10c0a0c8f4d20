package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * The mean colour of the target, with a little even noise on every number, forced into [0,1].
 *
 * <p>Strong noise on single pixels is a residue that most descriptors hardly see, and so never take away; a start without
 * it ends nearer to the photograph, and after fewer evaluations.
 *
 * @param noise the greatest distance from the mean, in [0, 1]
 */
@Summary("the target's mean colour with a little noise: leaves the least residue")
public record MeanColour(
        @Default("0.05") @Summary("the greatest distance from the mean")
        double noise) implements StartImage {
    /** Checks the range. */
    public MeanColour {
        Require.within(0, 1, "noise", noise);
    }

    @Override
    public Image create(StartContext context) {
        RandomGenerator random = context.random();
        double[] colour = context.target().meanColour();
        return Noise.fill(context.size(), channel -> colour[channel] + Noise.uniform(random, -noise, noise));
    }
}

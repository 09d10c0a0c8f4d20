package lichen.app.quality.measure;

import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.core.check.Require;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;

/**
 * Colour: whether the pixels, wherever they stand, have the same colours.
 *
 * <p>(mean over R, G, B of W1 + mean over directions d of W1 of the colours projected on d) / 2, where W1 is the Wasserstein-1
 * distance and the directions are drawn evenly from the sphere, the same in every call. Range [0, 1.4]; invariant to any
 * rearrangement of pixels. Cost: sorting the pixels once for each direction. Source: Rabin et al., Wasserstein barycenter and
 * its application to texture mixing, 2011.
 *
 * @param directions how many directions
 */
@Summary("Wasserstein distance of the colours: by channel, and sliced in three dimensions")
public record Colour(
        @Default("8") @Summary("random directions in colour space")
        int directions) implements Measure {
    /** Checks that there is a direction. */
    public Colour {
        Require.atLeast(1, "directions", directions);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.COLOURS);
    }

    @Override
    public Gauge open() {
        return this::between;
    }

    private double between(Image image, Image photograph) {
        float[] one = image.toArray();
        float[] other = photograph.toArray();
        double axes = 0;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            double[] axis = new double[Image.CHANNELS];
            axis[channel] = 1;
            axes += Wasserstein.between(projected(one, axis), projected(other, axis)) / Image.CHANNELS;
        }
        RandomGenerator random = new RandomStreams(0).stream("measure-colour");
        double slices = 0;
        for (int i = 0; i < directions; i++) {
            double[] direction = UnitVectors.draw(Image.CHANNELS, random);
            slices += Wasserstein.between(projected(one, direction), projected(other, direction)) / directions;
        }
        return (axes + slices) / 2;
    }

    private static float[] projected(float[] rgb, double[] direction) {
        float[] numbers = new float[rgb.length / Image.CHANNELS];
        for (int i = 0; i < numbers.length; i++) {
            int pixel = i * Image.CHANNELS;
            numbers[i] =
                    (float) (rgb[pixel] * direction[0] + rgb[pixel + 1] * direction[1] + rgb[pixel + 2] * direction[2]);
        }
        return numbers;
    }
}

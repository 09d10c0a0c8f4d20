package lichen.app.quality.measure;

import java.util.List;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.plane.Plane;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Wavelet divergence: how often detail of each size and direction is how strong.
 *
 * <p>The sum, over 3 channels, 3 levels of Daubechies wavelets (db4) and 3 orientations, of the Kullback-Leibler divergence of
 * generalised Gaussians fitted to the coefficients, the mean of both directions, in nats. Where a band is all but empty, as in an
 * image of one colour, numbers get very large. Source: Do and Vetterli 2002; as a measure of textures Gonthier, Gousseau and
 * Ladjal 2022.
 */
@Summary("divergence of the distributions of wavelet coefficients")
public record WaveletKl() implements Measure {
    private static final int LEVELS = 3;

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.FILTERS);
    }

    @Override
    public Gauge open() {
        return WaveletKl::between;
    }

    private static double between(Image image, Image photograph) {
        double sum = 0;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            List<double[]> ones = DaubechiesTransform.details(Plane.channel(image, channel), LEVELS);
            List<double[]> others = DaubechiesTransform.details(Plane.channel(photograph, channel), LEVELS);
            for (int band = 0; band < ones.size(); band++) {
                GeneralizedGaussian one = GeneralizedGaussian.of(ones.get(band));
                GeneralizedGaussian other = GeneralizedGaussian.of(others.get(band));
                sum += (one.divergence(other) + other.divergence(one)) / 2;
            }
        }
        return sum;
    }
}

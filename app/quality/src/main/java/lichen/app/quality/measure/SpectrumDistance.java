package lichen.app.quality.measure;

import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Power spectrum: whether detail of each size and direction is as strong.
 *
 * <p>(mean over waves of |log P_x - log P_r| + mean over radii of |log R_x - log R_r|) / 2, in nats, mean of the three channels. P
 * is the mean power spectrum of overlapping blocks of 64 x 64 pixels under a Hann window (less in smaller images), so that
 * images of any sizes compare; R the mean of P over rings one wave wide. The power of rounding to 8 bits is added to P, so that what
 * is below it does not count. Cost: a Fourier transform a block. Source: Welch 1967.
 */
@Summary("difference of the logarithms of the power spectra, by wave and by radius")
public record SpectrumDistance() implements Measure {
    private static final int BLOCK = 64;

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.SPECTRUM);
    }

    @Override
    public Gauge open() {
        return SpectrumDistance::between;
    }

    private static double between(Image image, Image photograph) {
        int shortest =
                Math.min(Math.min(image.width(), image.height()), Math.min(photograph.width(), photograph.height()));
        int side = Math.min(BLOCK, Integer.highestOneBit(shortest));
        double sum = 0;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            PowerSpectrum one = PowerSpectrum.of(image, channel, side);
            PowerSpectrum other = PowerSpectrum.of(photograph, channel, side);
            sum += distance(one.waves(), other.waves()) + distance(one.rings(), other.rings());
        }
        return sum / 2 / Image.CHANNELS;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(Math.log(one[i]) - Math.log(other[i]));
        }
        return sum / one.length;
    }
}

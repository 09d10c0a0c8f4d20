package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.NormalDeviates;
import lichen.synthesis.parameterization.Fourier;

/**
 * Noise with the spectrum and the colours of photographs: every parameter of {@link Fourier} from a bell curve about 0. The
 * mean is mid-grey; values of neighbouring pixels are alike.
 *
 * <p>Source: Olah et al., "Feature Visualization" (2017): where the authors' library starts from, with 0.01.
 *
 * @param deviation the standard deviation of the parameters; that of the colours is about a third of it
 */
@Summary("noise with the spectrum and the colours of photographs, about mid-grey")
public record PinkNoise(
        @Default("0.01") @Summary("standard deviation of the spectrum; that of the colours is about a third")
        double deviation)
        implements StartImage {
    /** Checks the deviation. */
    public PinkNoise {
        Require.positive("deviation", deviation);
    }

    @Override
    public Image create(StartContext context) {
        Size size = context.size();
        RandomGenerator random = context.random();
        double[] spectrum = new double[Math.multiplyExact(size.width(), size.height()) * Image.CHANNELS];
        for (int i = 0; i < spectrum.length; i++) {
            spectrum[i] = deviation * NormalDeviates.deviate(random);
        }
        return new Fourier(1).coordinates(size).image(spectrum);
    }
}

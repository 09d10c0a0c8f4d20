package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class SpectrumDistanceTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new SpectrumDistance();
    }

    @Test
    void isTheLogarithmOfTheSquareOfAContrast() {
        // Half the contrast about the mean leaves a quarter of the power, but for what rounding to 8 bits is reckoned
        // to add.
        float[] paler = SampleTexture.part(0).toArray();
        double[] mean = SampleTexture.part(0).meanColour();
        for (int i = 0; i < paler.length; i++) {
            paler[i] = (float) (mean[i % 3] + (paler[i] - mean[i % 3]) / 2);
        }

        assertThat(between(Image.of(64, 64, paler), SampleTexture.part(0))).isCloseTo(Math.log(4), within(0.02));
    }

    @Test
    void givesWhiteNoiseItsVarianceAtEveryWave() {
        Image noise = noise();

        PowerSpectrum spectrum = PowerSpectrum.of(noise, 0, 64);

        assertThat(Arrays.stream(spectrum.waves()).average().orElseThrow()).isCloseTo(1 / 12.0, within(0.004));
        assertThat(spectrum.rings()[20]).isCloseTo(1 / 12.0, within(0.01));
    }

    private static Image noise() {
        RandomGenerator random = new RandomStreams(1).stream("noise");
        float[] rgb = new float[192 * 192 * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextFloat();
        }
        return Image.of(192, 192, rgb);
    }
}

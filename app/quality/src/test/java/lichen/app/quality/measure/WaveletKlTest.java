package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import lichen.app.quality.Measure;
import lichen.app.quality.plane.Plane;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class WaveletKlTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new WaveletKl();
    }

    @Test
    void fitsAGaussianToGaussianNumbersAndALaplacianToLaplacianOnes() {
        RandomGenerator random = new RandomStreams(1).stream("numbers");
        double[] gaussian = new double[100_000];
        double[] laplacian = new double[100_000];
        for (int i = 0; i < gaussian.length; i++) {
            gaussian[i] = 0.3 * random.nextGaussian();
            laplacian[i] = 0.3 * random.nextExponential() * (random.nextBoolean() ? 1 : -1);
        }

        assertThat(GeneralizedGaussian.of(gaussian).shape()).isCloseTo(2, within(0.05));
        assertThat(GeneralizedGaussian.of(gaussian).scale()).isCloseTo(0.3 * Math.sqrt(2), within(0.01));
        assertThat(GeneralizedGaussian.of(laplacian).shape()).isCloseTo(1, within(0.03));
    }

    @Test
    void divergesAsGaussiansDo() {
        // log(s2 / s1) + s1^2 / (2 s2^2) - 1/2, a = s sqrt 2.
        GeneralizedGaussian one = new GeneralizedGaussian(Math.sqrt(2), 2);
        GeneralizedGaussian other = new GeneralizedGaussian(3 * Math.sqrt(2), 2);

        assertThat(one.divergence(other)).isCloseTo(Math.log(3) + 1.0 / 18 - 0.5, within(1e-9));
        assertThat(one.divergence(one)).isCloseTo(0, within(1e-12));
    }

    @Test
    void keepsTheEnergyOfAPlaneInItsBands() {
        // The transform is orthogonal: with the mean gone from a plane that repeats within 8 pixels, details hold
        // everything.
        double[] values = new double[64 * 64];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.cos(2 * Math.PI * (i % 64 % 8) / 8.0) * Math.cos(2 * Math.PI * (i / 64 % 2) / 2.0);
        }
        double energy = 0;
        for (double[] band : DaubechiesTransform.details(Plane.of(64, 64, values), 3)) {
            for (double number : band) {
                energy += number * number;
            }
        }

        assertThat(energy).isCloseTo(64 * 64 / 2.0, within(64 * 64 * 0.02));
    }
}

package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class LaplacianSlicedWassersteinTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new LaplacianSlicedWasserstein(16);
    }

    @Test
    void takesAnImageApartIntoBandsThatHalveInSize() {
        assertThat(LaplacianPyramid.of(SampleTexture.part(0), 16))
                .extracting(Image::width)
                .containsExactly(64, 32, 16);
        assertThat(LaplacianPyramid.of(SampleTexture.even(32, 0.5f), 16).get(0).toArray())
                .containsOnly(new float[] {0}, within(1e-6f));
    }

    @Test
    void isTheShiftOfOneColourTimesTheMeanSumOfADirection() {
        // Bands of detail are 0; in the last, even images of 0 and 1 have the deviation 1/2, so that patches differ by
        // 2.
        double measured =
                between(new LaplacianSlicedWasserstein(400), SampleTexture.even(32, 0), SampleTexture.even(32, 1));

        assertThat(measured).isCloseTo(2 * Math.sqrt(2 / Math.PI) / 2, within(0.1));
    }
}

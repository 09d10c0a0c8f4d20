package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class RecolouringTest {
    private static final Image REDDISH = noise(1, 0.6f, 0.4f, 0.3f, 0.2f);
    private static final Image BLUISH = noise(2, 0.3f, 0.5f, 0.7f, 0.1f);

    @Test
    void givesTheMeanAndTheCovarianceOfTheOther() {
        Image moved = Recolouring.of(REDDISH, BLUISH);

        assertThat(moved.meanColour()).containsExactly(BLUISH.meanColour(), within(1e-4));
        assertThat(covariance(moved)).containsExactly(covariance(BLUISH), within(2e-4));
    }

    @Test
    void leavesAnImageAsItIsThatHasTheColoursAlready() {
        assertThat(Recolouring.of(REDDISH, REDDISH).toArray()).containsExactly(REDDISH.toArray(), within(1e-5f));
    }

    @Test
    void takesTheColoursOfAnImageOfOneColourAndGivesOneTo() {
        Image grey = noise(3, 0.5f, 0.5f, 0.5f, 0);

        assertThat(Recolouring.of(grey, BLUISH).meanColour()).containsExactly(BLUISH.meanColour(), within(1e-4));
        assertThat(covariance(Recolouring.of(REDDISH, grey))).containsExactly(new double[9], within(1e-4));
    }

    @Test
    void knowsAnImageOfOneColour() {
        assertThat(Recolouring.isOneColour(noise(4, 0.2f, 0.5f, 0.5f, 0))).isTrue();
        assertThat(Recolouring.isOneColour(BLUISH)).isFalse();
    }

    private static Image noise(long seed, float red, float green, float blue, float spread) {
        float[] mean = {red, green, blue};
        float[] rgb = new float[40 * 30 * 3];
        SplittableRandom random = new SplittableRandom(seed);
        double shared = 0;
        for (int i = 0; i < rgb.length; i++) {
            shared = i % 3 == 0 ? random.nextDouble(-1, 1) : shared;
            rgb[i] = mean[i % 3] + spread * (float) (shared + random.nextDouble(-1, 1)) / 2;
        }
        return Image.of(40, 30, rgb);
    }

    private static double[] covariance(Image image) {
        double[] mean = image.meanColour();
        double[] sums = new double[9];
        float[] rgb = image.toArray();
        for (int i = 0; i < rgb.length; i++) {
            for (int other = 0; other < 3; other++) {
                int j = i - i % 3 + other;
                sums[i % 3 * 3 + other] += (rgb[i] - mean[i % 3]) * (rgb[j] - mean[other]);
            }
        }
        return Arrays.stream(sums).map(sum -> sum * 3 / rgb.length).toArray();
    }
}

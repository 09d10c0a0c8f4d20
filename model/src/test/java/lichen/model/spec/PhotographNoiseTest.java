package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class PhotographNoiseTest {
    @Test
    void axesAreAtRightAnglesAndOfLengthOne() {
        double[][] axes = PhotographNoise.AXES;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double product = axes[a][0] * axes[b][0] + axes[a][1] * axes[b][1] + axes[a][2] * axes[b][2];
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-3));
            }
        }
    }

    @Test
    void noiseHasTheVarianceOfPhotographsInEachOctave() {
        // The variance of a channel by its axes; halved images lose one octave of the five, and a little more.
        double expected = 0;
        for (int axis = 0; axis < 3; axis++) {
            double share = PhotographNoise.AXES[axis][1];
            expected += PhotographNoise.VARIANCES[axis] * share * share;
        }
        double variance = 0;
        double halved = 0;
        int draws = 8;
        for (int draw = 0; draw < draws; draw++) {
            float[] noise = PhotographNoise.noise(new Size(64, 64), new RandomStreams(draw).stream("noise"));
            variance += variance(noise, 1) / draws;
            halved += variance(noise, 2) / draws;
        }

        assertThat(variance).isCloseTo(expected, within(0.2 * expected));
        assertThat(halved / variance).isBetween(0.7, 0.9);
    }

    /** The variance of green around its mean of 1/2, after pixels were averaged in squares. */
    private static double variance(float[] noise, int square) {
        double sum = 0;
        int side = 64 / square;
        for (int place = 0; place < side * side; place++) {
            double mean = 0;
            for (int i = 0; i < square * square; i++) {
                int y = place / side * square + i / square;
                int x = place % side * square + i % square;
                mean += noise[(y * 64 + x) * 3 + 1] / (square * square);
            }
            sum += (mean - 0.5) * (mean - 0.5) / (side * side);
        }
        return sum;
    }
}

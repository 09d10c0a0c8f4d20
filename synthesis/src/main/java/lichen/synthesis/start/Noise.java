package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Size;

/** Images filled number by number: rows from the top, R G B interleaved. */
final class Noise {
    /** Gives the next number of a channel. */
    @FunctionalInterface
    interface Source {
        double next(int channel);
    }

    private Noise() {}

    /** An image of these numbers, each forced into [0,1]. */
    static Image fill(Size size, Source source) {
        float[] rgb = new float[Math.multiplyExact(Math.multiplyExact(size.width(), size.height()), Image.CHANNELS)];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (float) source.next(i % Image.CHANNELS);
        }
        return Image.of(size.width(), size.height(), rgb).clamp();
    }

    /** A number from [low, high). */
    static double uniform(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }
}

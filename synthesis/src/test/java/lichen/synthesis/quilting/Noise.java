package lichen.synthesis.quilting;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;

/** Photographs of nothing. */
final class Noise {
    private Noise() {}

    static Image image(int width, int height, long seed) {
        RandomGenerator random = new RandomStreams(seed).stream("noise");
        float[] rgb = new float[width * height * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = random.nextFloat();
        }
        return Image.of(width, height, rgb);
    }
}

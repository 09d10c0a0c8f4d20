package lichen.app.cli.benchmark;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What is evaluated: a loss between an image and a target, both float32 RGB in [0,1] of shape {@code [side,side,3]}.
 *
 * @param image where the loss is evaluated; not copied
 * @param target whose statistics are the aim; not copied
 */
record Problem(int side, Loss loss, float[] image, float[] target) {
    /** Uniform noise as the image, darker uniform noise as the target. */
    static Problem random(int side, Loss loss) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(side);
        return new Problem(side, loss, noise(side, 1, random), noise(side, 0.5f, random));
    }

    /** The same problem at another image. */
    Problem at(float[] otherImage) {
        return new Problem(side, loss, otherImage, target);
    }

    private static float[] noise(int side, float brightest, RandomGenerator random) {
        float[] pixels = new float[side * side * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat() * brightest;
        }
        return pixels;
    }
}

package lichen.app.cli.benchmark;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A batch that a network learns to reconstruct, again and again.
 *
 * @param images how many
 * @param side their side in pixels
 * @param pixels RGB in [0,1], {@code [images,side,side,3]}; not copied
 */
record TrainingBatch(int images, int side, float[] pixels) {
    /** Uniform noise. */
    static TrainingBatch random(int images, int side) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(side);
        float[] pixels = new float[images * side * side * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        return new TrainingBatch(images, side, pixels);
    }
}

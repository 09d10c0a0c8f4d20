package lichen.app.cli.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import lichen.core.random.NormalDeviates;
import lichen.model.graph.Input;

/**
 * What {@link TextureGenerator} learns to make, again and again.
 *
 * @param noise by input, from coarse to fine, {@code [images,side/s,side/s,3]}; not copied
 * @param target what is to become of it
 */
record GeneratorBatch(Map<String, float[]> noise, TrainingBatch target) {
    /** Normal noise, and even noise that it is to become. */
    static GeneratorBatch random(int images, int side) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(side);
        List<Input> inputs = TextureGenerator.graph().inputs();
        Map<String, float[]> noise = new LinkedHashMap<>();
        int extent = side >> (inputs.size() - 1);
        for (Input input : inputs) {
            noise.put(input.name(), NormalDeviates.deviates(images * extent * extent * TextureGenerator.NOISE, random));
            extent *= 2;
        }
        return new GeneratorBatch(noise, TrainingBatch.random(images, side));
    }
}

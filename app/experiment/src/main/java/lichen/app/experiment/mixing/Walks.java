package lichen.app.experiment.mixing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;

/**
 * Ways from sample to sample: along the arc between their latents, where samples are as likely as at its ends.
 *
 * @param experiment says which latents change, and how often
 * @param size extents of the images
 * @param random where they begin and end
 */
record Walks(LatentWalk experiment, Size size, RandomStreams random) {
    /** The images on a way, the ends among them. */
    List<Image> of(Generator generator, int walk) {
        try (TensorScope scope = new TensorScope()) {
            Generation generation = Generation.of(generator, 1, size, scope);
            Map<String, float[]> from = generation.latents(random, 2L * walk);
            Map<String, float[]> to = generation.latents(random, 2L * walk + 1);
            if (!experiment.layout() && !generator.vectors().isEmpty()) {
                to.keySet().retainAll(generator.vectors());
            }
            List<Image> images = new ArrayList<>();
            for (int step = 0; step < experiment.steps(); step++) {
                double angle = Math.PI / 2 * step / (experiment.steps() - 1);
                images.add(generation.images(at(angle, from, to)).get(0));
            }
            return images;
        }
    }

    /** What is not in the second stays as it is in the first. */
    private static Map<String, float[]> at(double angle, Map<String, float[]> from, Map<String, float[]> to) {
        Map<String, float[]> latents = new HashMap<>(from);
        to.forEach((name, end) -> {
            float[] begin = Objects.requireNonNull(from.get(name));
            float[] between = new float[end.length];
            for (int i = 0; i < end.length; i++) {
                between[i] = (float) (Math.cos(angle) * begin[i] + Math.sin(angle) * end[i]);
            }
            latents.put(name, between);
        });
        return latents;
    }
}

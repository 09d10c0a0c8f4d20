package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Session;
import lichen.app.experiment.Tiling;
import lichen.app.experiment.generator.Samples;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;

/**
 * What every generator is looked at by: samples of the size of its training, one of twice that, and that one laid out.
 *
 * @param generator a trained generator
 * @param streams random numbers for the samples
 * @param size the size of the training
 */
record Tour(Generator generator, RandomStreams streams, Size size) {
    /** The name of the sample that a run leaves. */
    static final String RESULT = "result";

    private static final String SAMPLES = "samples";
    private static final String TILED = "tiled";
    private static final int COUNT = 6;

    /** Its pictures and what they show. */
    static final Map<String, String> PICTURES = pictures();

    private static Map<String, String> pictures() {
        Map<String, String> pictures = new LinkedHashMap<>();
        pictures.put(RESULT, "a sample of twice the size of the training");
        pictures.put(SAMPLES, "samples");
        pictures.put(TILED, "the first of them laid out 2 x 2");
        return pictures;
    }

    /** Draws them; returns the samples. */
    List<Image> draw(Session session, Depth depth) throws IOException {
        List<Image> samples;
        try (TensorScope scope = new TensorScope()) {
            Generation generation = Generation.of(generator, 1, size, scope);
            samples = Samples.of(generation, streams, COUNT);
            Size twice = new Size(2 * size.width(), 2 * size.height());
            Image large =
                    Generation.of(generator, 1, twice, scope).images(streams, 0).get(0);
            session.images().writePng(large, session.run().image(RESULT), depth);
        }
        session.images().writePng(Samples.sheet(samples), session.run().image(SAMPLES), Depth.EIGHT_BITS);
        session.images().writePng(Tiling.twoByTwo(samples.get(0)), session.run().image(TILED), Depth.EIGHT_BITS);
        return samples;
    }
}

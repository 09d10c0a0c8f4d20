package lichen.app.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import lichen.io.image.Striped;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.generator.Strips;

/** Makes samples and writes them: what is small at once, what is large in strips, where the generator can. */
@FunctionalInterface
interface SampleWriter {
    /** The most pixels that are made at once where strips are possible. */
    long MOST_AT_ONCE = 1 << 21;
    /** Of a strip. */
    int ROWS = 512;

    /** Writes the image of a number. */
    void write(RandomStreams streams, long number, Path path) throws IOException;

    /**
     * Prepares for images of a size.
     *
     * @param giving what the generator is given beside noise
     * @throws lichen.core.check.InvalidValueException if the memory does not suffice
     */
    static SampleWriter of(
            Generator generator, Size size, SampleInputs.Giving giving, ImageCodec images, TensorScope scope) {
        boolean inStrips = generator.reach().isPresent() && generator.isGivenNoiseAlone();
        if (inStrips && (long) size.width() * size.height() > MOST_AT_ONCE) {
            Strips strips = new Strips(generator, size, ROWS, scope);
            return (streams, number, path) -> images.writePng(
                    new Striped(size, strips.rows(), index -> strips.strip(streams, number, index)),
                    path,
                    Depth.EIGHT_BITS);
        }
        Generation generation = Generation.of(generator, 1, size, scope);
        return (streams, number, path) -> {
            giving.give(generation, number);
            images.writePng(generation.images(streams, number).get(0), path, Depth.EIGHT_BITS);
        };
    }
}

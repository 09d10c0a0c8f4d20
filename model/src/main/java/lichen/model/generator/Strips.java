package lichen.model.generator;

import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;

/**
 * Makes an image in strips of so many rows, each by itself: together they are the image that the generator makes at once, and none of
 * them takes more memory than the first. A strip is made with as many rows above and below it as its pixels depend on.
 */
public final class Strips {
    private final Generation generation;
    private final Size size;
    private final int rows;
    private final int margin;

    /**
     * Prepares the strips.
     *
     * @param size extents of the whole image
     * @param rows of a strip at most; a multiple of the generator's stride, or it becomes one
     * @param scope owner of all arrays
     * @throws lichen.core.check.InvalidValueException if the generator has no images of the size or is not given noise alone, if pixels
     *     depend on all noise or on their place, or if the memory does not suffice
     */
    public Strips(Generator generator, Size size, int rows, TensorScope scope) {
        generator.requireSize(size);
        generator.requireNoiseAlone("weights");
        Require.that(
                generator.reach().isPresent(),
                "size",
                "must fit into memory as a whole: the generator normalises over the image, or waves go through it, so that it"
                        + " makes none in strips; one with the normalization \"batch\" and without periods does");
        this.size = size;
        this.rows = Math.min(size.height(), multiple(rows, generator.stride()));
        int reach = multiple(generator.reach().orElseThrow(), generator.stride());
        boolean isWhole = this.rows + 2 * reach >= size.height();
        this.margin = isWhole ? 0 : reach;
        Size strip = isWhole ? size : new Size(size.width(), this.rows + 2 * reach);
        this.generation = Generation.of(generator, 1, strip, scope);
    }

    /** The next multiple. */
    private static int multiple(int number, int stride) {
        return Math.max(1, (number + stride - 1) / stride) * stride;
    }

    /** Rows of a strip; the last may have fewer. */
    public int rows() {
        return generation.size().height() - 2 * margin;
    }

    /** How many strips there are. */
    public int count() {
        return (size.height() + rows() - 1) / rows();
    }

    /**
     * A strip of an image.
     *
     * @param streams random numbers for this generator
     * @param image its number
     * @param index of the strip, from above
     */
    public Image strip(RandomStreams streams, long image, int index) {
        int first = index * rows();
        generation.draw(
                streams,
                image,
                new NoiseRows.Window(first - margin, generation.size().height(), size.height()));
        int height = Math.min(rows(), size.height() - first);
        return generation.trained().get(0).crop(new Crop(0, margin, size.width(), height));
    }
}

package lichen.app.experiment.generator;

import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;

/** A few images of a generator by which it is looked at: those that {@code lichen sample} makes of the same seed. */
public final class Samples {
    private static final int COUNT = 4;

    private Samples() {}

    /** Makes them with the numbers that the generator has now. */
    static List<Image> of(Generation generation, long seed) {
        return of(generation, Generation.samples(seed), COUNT);
    }

    /** Makes them with a generator that is trained. */
    static List<Image> of(Generator trained, Size size, long seed) {
        try (TensorScope scope = new TensorScope()) {
            return of(Generation.of(trained, 1, size, scope), seed);
        }
    }

    /** Makes the first images of some random numbers. */
    public static List<Image> of(Generation generation, RandomStreams streams, int count) {
        List<Image> made = new ArrayList<>();
        while (made.size() < count) {
            made.addAll(generation.images(streams, made.size()));
        }
        return made.subList(0, count);
    }

    /** Side by side. */
    public static Image sheet(List<Image> made) {
        return new PictureGrid(
                        List.of(),
                        List.of(made.stream()
                                .map(image -> new PictureGrid.Cell(image, ""))
                                .toList()))
                .draw(made.get(0).size());
    }
}

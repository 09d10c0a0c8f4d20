package lichen.app.experiment.generator;

import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;

/** A few images of a generator by which it is looked at: those that {@code lichen sample} makes of the same seed. */
final class Samples {
    private static final int COUNT = 4;

    private Samples() {}

    /** Makes them with the numbers that the generator has now. */
    static List<Image> of(Generation generation, long seed) {
        List<Image> made = new ArrayList<>();
        while (made.size() < COUNT) {
            made.addAll(generation.images(Generation.samples(seed), made.size()));
        }
        return made.subList(0, COUNT);
    }

    /** Makes them with a generator that is trained. */
    static List<Image> of(Generator trained, Size size, long seed) {
        try (TensorScope scope = new TensorScope()) {
            return of(Generation.of(trained, 1, size, scope), seed);
        }
    }

    /** Side by side. */
    static Image sheet(List<Image> made) {
        return new PictureGrid(
                        List.of(),
                        List.of(made.stream()
                                .map(image -> new PictureGrid.Cell(image, ""))
                                .toList()))
                .draw(made.get(0).size());
    }
}

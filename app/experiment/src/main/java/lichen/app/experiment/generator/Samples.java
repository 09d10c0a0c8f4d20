package lichen.app.experiment.generator;

import java.util.ArrayList;
import java.util.List;
import lichen.app.experiment.drawing.PictureGrid;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;
import lichen.model.generator.Generation;
import lichen.model.train.PairwiseDiversity;

/**
 * A few images of a generator by which it is looked at: always of the same noise, which it does not learn from.
 *
 * @param generation the generator at work
 * @param streams random numbers of their own
 * @param diversity tells how alike they are
 */
record Samples(Generation generation, RandomStreams streams, PairwiseDiversity diversity) {
    private static final int COUNT = 4;

    /** Makes them with the numbers that the generator has now. */
    List<Image> make() {
        List<Image> made = new ArrayList<>();
        while (made.size() < COUNT) {
            made.addAll(generation.images(streams, made.size()));
        }
        return made.subList(0, COUNT);
    }

    /** Side by side. */
    Image sheet(List<Image> made) {
        return new PictureGrid(
                        List.of(),
                        List.of(made.stream()
                                .map(image -> new PictureGrid.Cell(image, ""))
                                .toList()))
                .draw(generation.size());
    }

    /** How alike they are: about 0 for images that have nothing to do with each other, 1 for the same. */
    double likeness(List<Image> made) {
        return diversity.likeness(made);
    }
}

package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Session;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;
import lichen.model.train.Lesson;

/** What a generator is taught, and how it is looked at: all that differs between the experiments that train one. */
interface Subject extends AutoCloseable {
    /** The generator before it has learned anything. */
    Generator fresh();

    /** The extents of the images that it learns from. */
    Size size();

    /** What is asked of its images. */
    Lesson lesson();

    /** The photographs that it learns from. */
    List<Picture> photographs();

    /** What the weights tell of themselves, beside how they were trained; for those who use them. */
    Map<String, String> told();

    /** Makes images by which the generator is looked at: always of the same noise, which it does not learn from. */
    View view(Generation generation);

    /** Writes pictures of what it learns from, before it does. */
    void begin(Session session) throws IOException;

    /** Writes images of the generator as it is at last, the result among them. */
    void finish(Generator trained, Session session) throws IOException;

    /** The pictures of a run, in the order to show them. */
    List<String> pictures();

    @Override
    void close();

    /**
     * How a generator stands.
     *
     * @param sheet its images side by side
     * @param likeness how alike the two most alike of them are that should not be: 0 for images that have nothing to do with each other, 1 for
     *     the same
     */
    record View(Image sheet, double likeness) {
        /** Two images that have as much in common are the same with other details. */
        private static final double ALIKE = 0.5;

        boolean isCollapsed() {
            return likeness > ALIKE;
        }
    }
}

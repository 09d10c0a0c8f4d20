package lichen.app.experiment.generator;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Session;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.loop.Minimum;
import lichen.model.generator.Generation;
import lichen.model.generator.Generator;

/**
 * What a generator learns to make, and how it is looked at: what differs between the experiments that train one, however it learns; hence
 * several methods.
 */
public interface Subject {
    /** The photographs that it learns from. */
    List<Picture> photographs();

    /** Writes pictures of what it learns from, before it does. */
    void begin(Session session) throws IOException;

    /** Makes images by which the generator is looked at: always of the same noise, which it does not learn from. */
    View view(Generation generation);

    /**
     * Writes images of the generator as it is at last, the result among them.
     *
     * @param last how it looks
     * @return how it looks by what was written
     */
    View finish(Generator trained, View last, Session session) throws IOException;

    /**
     * What the weights tell of themselves, beside how many steps they learned; for those who use them.
     *
     * @param minima where each player came; none before the end
     */
    Map<String, String> told(View view, Map<String, Minimum> minima);

    /** What to do where images are alike. */
    String remedy();

    /** The pictures of a run, in the order to show them. */
    List<Shown> pictures();

    /**
     * A picture of a run.
     *
     * @param name of its file
     * @param what it shows
     */
    record Shown(String name, String what) {}

    /**
     * How a generator stands.
     *
     * @param sheet its images side by side
     * @param likeness how alike the two most alike of them are that should not be: 0 for images that have nothing to do with each other, 1 for
     *     the same
     */
    record View(Image sheet, double likeness) {
        /** The name of the number. */
        public static final String LIKENESS = "likeness";

        /** Two images that have as much in common are the same with other details. */
        static final double ALIKE = 0.5;

        boolean isAlike() {
            return likeness > ALIKE;
        }

        /** What weights tell of images of a size. */
        Map<String, String> told(Size size) {
            Map<String, String> told = new LinkedHashMap<>();
            told.put(LIKENESS, Double.toString(likeness));
            told.put("size", size.toString());
            return told;
        }
    }
}

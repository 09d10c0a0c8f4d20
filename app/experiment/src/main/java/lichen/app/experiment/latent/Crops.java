package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Workbench;
import lichen.app.experiment.generator.Practice;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.model.train.StepImages;

/**
 * Squares cut anywhere out of photographs, other ones at each step; all photographs alike often.
 *
 * @param photographs the photographs
 * @param side extents of a square, both ways
 * @param random random numbers for this alone
 */
record Crops(List<Image> photographs, int side, RandomStreams random) implements StepImages {
    /** Copies the list. */
    Crops {
        photographs = List.copyOf(photographs);
    }

    /** Looks at the photographs by their headers. */
    static void inspect(Inspection inspection, List<Picture> pictures, int side) {
        for (int i = 0; i < pictures.size(); i++) {
            String place = place(i);
            Optional<Size> size = new Photograph(pictures.get(i)).inspect(inspection, place);
            size.ifPresent(seen -> inspection.check(place, () -> require(seen, side)));
        }
    }

    private static void require(Size size, int side) {
        Require.that(
                size.width() >= side && size.height() >= side,
                "size",
                "must be at least a patch of " + side + " x " + side + ", but is " + size
                        + ": choose a smaller patch, or a larger photograph");
    }

    /** Reads the photographs. */
    static Crops open(Workbench workbench, List<Picture> pictures, int side) throws IOException {
        List<Image> photographs = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            Image photograph = new Photograph(pictures.get(i)).open(workbench, place(i));
            workbench.check(place(i), () -> require(photograph.size(), side));
            photographs.add(photograph);
        }
        return new Crops(photographs, side, workbench.random().part("patches"));
    }

    private static String place(int i) {
        return "$.photographs[" + i + "]";
    }

    @Override
    public void draw(long step, float[] images) {
        join(practice().at(step, images.length / each()), images);
    }

    /** The numbers of a square. */
    private int each() {
        return side * side * Image.CHANNELS;
    }

    private void join(List<Image> squares, float[] images) {
        for (int i = 0; i < squares.size(); i++) {
            System.arraycopy(squares.get(i).toArray(), 0, images, i * each(), each());
        }
    }

    /** Squares as one batch. */
    float[] joined(List<Image> squares) {
        float[] images = new float[squares.size() * each()];
        join(squares, images);
        return images;
    }

    private Practice practice() {
        return new Practice(photographs, new Size(side, side), random);
    }

    /** One square of each photograph in turn, for looking at. */
    List<Image> examples(int count) {
        RandomGenerator stream = random.stream("examples");
        List<Image> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(practice().part(photographs.get(i % photographs.size()), stream));
        }
        return examples;
    }
}

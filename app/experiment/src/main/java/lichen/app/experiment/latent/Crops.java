package lichen.app.experiment.latent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.app.experiment.Inspection;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Workbench;
import lichen.core.check.Require;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.io.run.InputFile;
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
        RandomGenerator stream = random.stream("step " + step);
        int each = side * side * Image.CHANNELS;
        for (int i = 0; i < images.length / each; i++) {
            System.arraycopy(crop(stream.nextInt(photographs.size()), stream).toArray(), 0, images, i * each, each);
        }
    }

    private Image crop(int photograph, RandomGenerator stream) {
        Image whole = photographs.get(photograph);
        int x = stream.nextInt(whole.width() - side + 1);
        int y = stream.nextInt(whole.height() - side + 1);
        return whole.crop(new Crop(x, y, side, side));
    }

    /** One square of each photograph in turn, for looking at. */
    List<Image> examples(int count) {
        RandomGenerator stream = random.stream("examples");
        List<Image> examples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            examples.add(crop(i % photographs.size(), stream));
        }
        return examples;
    }

    /** What is told of each photograph, by its name. */
    static Map<String, Map<String, String>> told(List<Picture> pictures) throws IOException {
        Map<String, Map<String, String>> told = new LinkedHashMap<>();
        for (Picture picture : pictures) {
            Photograph photograph = new Photograph(picture);
            told.put(
                    photograph.stem(),
                    Map.of("sha256", InputFile.of(picture.image()).sha256()));
        }
        return told;
    }
}

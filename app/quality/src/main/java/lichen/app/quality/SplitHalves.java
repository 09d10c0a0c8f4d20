package lichen.app.quality;

import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.random.Shuffle;

/**
 * Pairs of disjoint parts of a photograph: how far apart are two photographs of the same thing? The first of each pair stands
 * for the image, the second for the target, in their sizes; where there is room, it is the target, so that the mean ratio of all other
 * crops is 1.
 *
 * @param pairs the parts
 * @param note what was cut, in words
 */
record SplitHalves(List<CropPair> pairs, String note) {
    private static final int MOST = 4;
    private static final int STEPS = 4;
    private static final String MIDDLE = ", and of image and target the middle of that size is compared";

    SplitHalves {
        pairs = List.copyOf(pairs);
    }

    /**
     * The target beside parts of an image's size; where there is no room beside the target, any two parts; where there is none for those,
     * any two of the size that image and target have in common; else the halves of the photograph.
     */
    static SplitHalves of(Image photograph, Size image, Crop target) {
        Size targetSize = size(target);
        Size common =
                new Size(Math.min(image.width(), targetSize.width()), Math.min(image.height(), targetSize.height()));
        List<CropPair> beside = pairs(places(photograph, image), List.of(target));
        if (!beside.isEmpty()) {
            return drawn(beside, " crops of " + image + " beside the target");
        }
        List<CropPair> apart = pairs(places(photograph, image), places(photograph, targetSize));
        if (!apart.isEmpty()) {
            return drawn(apart, " pairs of disjoint crops of " + image);
        }
        List<CropPair> smaller = pairs(places(photograph, common), places(photograph, common));
        return smaller.isEmpty()
                ? halves(photograph, common)
                : drawn(smaller, " pairs of disjoint crops of " + common + MIDDLE);
    }

    private static SplitHalves drawn(List<CropPair> pairs, String what) {
        List<CropPair> chosen =
                Shuffle.of(pairs, new RandomStreams(0).stream("split-halves")).subList(0, Math.min(MOST, pairs.size()));
        return new SplitHalves(chosen, "the floor is the mean over " + chosen.size() + what);
    }

    private static List<CropPair> pairs(List<Crop> firsts, List<Crop> seconds) {
        List<CropPair> apart = new ArrayList<>();
        for (Crop first : firsts) {
            for (Crop second : seconds) {
                CropPair pair = new CropPair(first, second);
                if (pair.isDisjoint()) {
                    apart.add(pair);
                }
            }
        }
        return apart;
    }

    /** The size of the parts that stand for the image. */
    Size imageSize() {
        return size(pairs.get(0).first());
    }

    /** The size of the parts that stand for the target. */
    Size targetSize() {
        return size(pairs.get(0).second());
    }

    private static SplitHalves halves(Image photograph, Size common) {
        boolean wide = photograph.width() >= photograph.height();
        int width = Math.min(wide ? photograph.width() / 2 : photograph.width(), common.width());
        int height = Math.min(wide ? photograph.height() : photograph.height() / 2, common.height());
        Crop first = new Crop(0, 0, width, height);
        Crop second = new Crop(photograph.width() - width, photograph.height() - height, width, height);
        String note = "the photograph of " + photograph.size() + " has no room for two disjoint crops of " + common
                + ": the floor is the distance of two parts of " + size(first) + MIDDLE;
        return new SplitHalves(List.of(new CropPair(first, second), new CropPair(second, first)), note);
    }

    private static List<Crop> places(Image photograph, Size size) {
        int roomX = photograph.width() - size.width();
        int roomY = photograph.height() - size.height();
        List<Crop> places = new ArrayList<>();
        if (roomX < 0 || roomY < 0) {
            return places;
        }
        for (int row = 0; row <= STEPS; row++) {
            for (int column = 0; column <= STEPS; column++) {
                places.add(new Crop(roomX * column / STEPS, roomY * row / STEPS, size.width(), size.height()));
            }
        }
        return places.stream().distinct().toList();
    }

    private static Size size(Crop crop) {
        return new Size(crop.width(), crop.height());
    }
}

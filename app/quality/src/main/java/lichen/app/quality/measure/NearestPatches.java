package lichen.app.quality.measure;

import lichen.core.image.Image;

/**
 * For each pixel of an image, where in a photograph the patch of 5 x 5 pixels is that is most like its own.
 *
 * <p>Nearest approximately: of the patches with the most similar low frequencies, the one that is most similar as a whole. The
 * search never looks at what the neighbours have found: methods that do, as PatchMatch, find copies where there are none (in
 * noise half of all neighbours agree).
 */
final class NearestPatches {
    static final int SIDE = PatchFrequencies.SIDE;
    private static final int LEAVES = 16;

    private final Image image;
    private final Image photograph;
    private final float[] imageRgb;
    private final float[] photographRgb;
    private final int width;
    private final int[] found;

    private NearestPatches(Image image, Image photograph) {
        this.image = image;
        this.photograph = photograph;
        this.imageRgb = image.toArray();
        this.photographRgb = photograph.toArray();
        this.width = image.width() - SIDE + 1;
        this.found = new int[width * (image.height() - SIDE + 1)];
    }

    /** Searches; the same images give the same places. */
    static NearestPatches of(Image image, Image photograph) {
        NearestPatches patches = new NearestPatches(image, photograph);
        VectorTree tree = new VectorTree(PatchFrequencies.of(photograph));
        float[][] queries = PatchFrequencies.of(image);
        for (int patch = 0; patch < queries.length; patch++) {
            int own = patch;
            patches.found[patch] = tree.nearest(queries[patch], LEAVES, other -> patches.difference(own, other));
        }
        return patches;
    }

    /** How many patches there are in a row of the image. */
    int width() {
        return width;
    }

    /** How many rows of patches there are in the image. */
    int height() {
        return found.length / width;
    }

    /** From the image's patch to the photograph's, in columns. */
    int shiftX(int x, int y) {
        return found[y * width + x] % placesAcross() - x;
    }

    /** From the image's patch to the photograph's, in rows. */
    int shiftY(int x, int y) {
        return found[y * width + x] / placesAcross() - y;
    }

    /** The sum of squared differences to the patch that was found. */
    double distance(int x, int y) {
        return difference(y * width + x, found[y * width + x]);
    }

    private int placesAcross() {
        return photograph.width() - SIDE + 1;
    }

    private float difference(int patch, int other) {
        float sum = 0;
        int place = (patch / width * image.width() + patch % width) * Image.CHANNELS;
        int target = (other / placesAcross() * photograph.width() + other % placesAcross()) * Image.CHANNELS;
        for (int row = 0; row < SIDE; row++) {
            for (int i = 0; i < SIDE * Image.CHANNELS; i++) {
                float step = imageRgb[place + i] - photographRgb[target + i];
                sum += step * step;
            }
            place += image.width() * Image.CHANNELS;
            target += photograph.width() * Image.CHANNELS;
        }
        return sum;
    }
}

package lichen.app.measure;

import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.random.RandomStreams;

/**
 * For each pixel of an image, where in a photograph the patch of 5 x 5 pixels is that is most like its own.
 *
 * <p>Nearest approximately: guesses at random are improved by trying the neighbours' shifts and random places ever closer by. What
 * has been copied is found all but surely, because one lucky guess spreads over the whole copy.
 *
 * <p>Source: Barnes et al., PatchMatch, 2009.
 */
final class NearestPatches {
    static final int SIDE = 5;
    private static final int ROUNDS = 8;

    private final Image image;
    private final Image photograph;
    private final float[] imageRgb;
    private final float[] photographRgb;
    private final int width;
    private final int height;
    private final int placesAcross;
    private final int placesDown;
    private final int[] foundX;
    private final int[] foundY;
    private final float[] distances;
    private final RandomGenerator random = new RandomStreams(0).stream("measure-nearest-patches");

    private NearestPatches(Image image, Image photograph) {
        this.image = image;
        this.photograph = photograph;
        this.imageRgb = image.toArray();
        this.photographRgb = photograph.toArray();
        this.width = image.width() - SIDE + 1;
        this.height = image.height() - SIDE + 1;
        this.placesAcross = photograph.width() - SIDE + 1;
        this.placesDown = photograph.height() - SIDE + 1;
        this.foundX = new int[width * height];
        this.foundY = new int[width * height];
        this.distances = new float[width * height];
    }

    /** Searches; the same images give the same places. */
    static NearestPatches of(Image image, Image photograph) {
        NearestPatches patches = new NearestPatches(image, photograph);
        patches.guess();
        for (int round = 0; round < ROUNDS; round++) {
            patches.improve(round % 2 == 0 ? 1 : -1);
        }
        return patches;
    }

    /** How many patches there are in a row of the image. */
    int width() {
        return width;
    }

    /** How many rows of patches there are in the image. */
    int height() {
        return height;
    }

    /** From the image's patch to the photograph's, in columns. */
    int shiftX(int x, int y) {
        return foundX[y * width + x] - x;
    }

    /** From the image's patch to the photograph's, in rows. */
    int shiftY(int x, int y) {
        return foundY[y * width + x] - y;
    }

    /** The sum of squared differences to the patch that was found. */
    double distance(int x, int y) {
        return distances[y * width + x];
    }

    private void guess() {
        for (int patch = 0; patch < distances.length; patch++) {
            foundX[patch] = random.nextInt(placesAcross);
            foundY[patch] = random.nextInt(placesDown);
            distances[patch] = distance(patch, foundX[patch], foundY[patch], Float.POSITIVE_INFINITY);
        }
    }

    /** One round through the image, from the upper left (1) or from the lower right (-1). */
    private void improve(int step) {
        int first = step > 0 ? 0 : distances.length - 1;
        for (int patch = first; patch >= 0 && patch < distances.length; patch += step) {
            int x = patch % width;
            int y = patch / width;
            if (x - step >= 0 && x - step < width) {
                attempt(patch, foundX[patch - step] + step, foundY[patch - step]);
            }
            if (y - step >= 0 && y - step < height) {
                attempt(patch, foundX[patch - step * width], foundY[patch - step * width] + step);
            }
            for (int reach = Math.max(placesAcross, placesDown); reach >= 1; reach /= 2) {
                int nearX = foundX[patch] + random.nextInt(-reach, reach + 1);
                int nearY = foundY[patch] + random.nextInt(-reach, reach + 1);
                attempt(patch, nearX, nearY);
            }
        }
    }

    private void attempt(int patch, int x, int y) {
        if (x < 0 || y < 0 || x >= placesAcross || y >= placesDown) {
            return;
        }
        float distance = distance(patch, x, y, distances[patch]);
        if (distance < distances[patch]) {
            distances[patch] = distance;
            foundX[patch] = x;
            foundY[patch] = y;
        }
    }

    /** Gives up, with what there is so far, once the distance reaches the best. */
    private float distance(int patch, int x, int y, float best) {
        float sum = 0;
        for (int row = 0; row < SIDE && sum < best; row++) {
            int one = ((patch / width + row) * image.width() + patch % width) * Image.CHANNELS;
            int other = ((y + row) * photograph.width() + x) * Image.CHANNELS;
            for (int i = 0; i < SIDE * Image.CHANNELS; i++) {
                float difference = imageRgb[one + i] - photographRgb[other + i];
                sum += difference * difference;
            }
        }
        return sum;
    }
}

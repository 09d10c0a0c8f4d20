package lichen.app.quality.measure;

import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Image;

/**
 * The bands of an image, from fine to coarse: each the image less its own blur, the last what is left. Blurred with the binomial 1 4 6 4 1
 * along each axis, mirrored at the border, and halved.
 *
 * <p>Source: Burt and Adelson 1983.
 */
final class LaplacianPyramid {
    private static final float[] BINOMIAL = {1 / 16f, 4 / 16f, 6 / 16f, 4 / 16f, 1 / 16f};

    private LaplacianPyramid() {}

    /** The bands whose shorter side is at least {@code leastSide}. */
    static List<Image> of(Image image, int leastSide) {
        List<Image> bands = new ArrayList<>();
        Image level = image;
        while (Math.min(level.width(), level.height()) / 2 >= leastSide) {
            Image blurred = down(across(level));
            bands.add(less(level, blurred));
            level = halved(blurred);
        }
        bands.add(level);
        return bands;
    }

    private static Image across(Image image) {
        float[] values = new float[image.width() * image.height() * Image.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / Image.CHANNELS;
            for (int tap = 0; tap < BINOMIAL.length; tap++) {
                int x = mirrored(pixel % image.width() + tap - 2, image.width());
                values[i] += BINOMIAL[tap] * image.at(x, pixel / image.width(), i % Image.CHANNELS);
            }
        }
        return Image.of(image.width(), image.height(), values);
    }

    private static Image down(Image image) {
        float[] values = new float[image.width() * image.height() * Image.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / Image.CHANNELS;
            for (int tap = 0; tap < BINOMIAL.length; tap++) {
                int y = mirrored(pixel / image.width() + tap - 2, image.height());
                values[i] += BINOMIAL[tap] * image.at(pixel % image.width(), y, i % Image.CHANNELS);
            }
        }
        return Image.of(image.width(), image.height(), values);
    }

    private static Image less(Image image, Image blurred) {
        float[] values = image.toArray();
        float[] coarse = blurred.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= coarse[i];
        }
        return Image.of(image.width(), image.height(), values);
    }

    private static Image halved(Image image) {
        int width = (image.width() + 1) / 2;
        int height = (image.height() + 1) / 2;
        float[] values = new float[width * height * Image.CHANNELS];
        for (int i = 0; i < values.length; i++) {
            int pixel = i / Image.CHANNELS;
            values[i] = image.at(pixel % width * 2, pixel / width * 2, i % Image.CHANNELS);
        }
        return Image.of(width, height, values);
    }

    private static int mirrored(int index, int extent) {
        int positive = Math.abs(index);
        return positive < extent ? positive : 2 * (extent - 1) - positive;
    }
}

package lichen.synthesis.filling;

import lichen.core.image.Image;

/**
 * A hole filled smoothly: with the means of what is known, over squares as small as hold anything. So halves of halves of the
 * image are made of known pixels alone, and what is missing is looked up there.
 */
final class SmoothFill {
    private final int width;
    private final int height;
    private final float[] sums;
    private final float[] weights;

    private SmoothFill(int width, int height) {
        this.width = width;
        this.height = height;
        sums = new float[width * height * Image.CHANNELS];
        weights = new float[width * height];
    }

    /** The image with its hole filled. */
    static Image of(Image image, Hole hole) {
        float[] rgb = image.toArray();
        SmoothFill known = new SmoothFill(image.width(), image.height());
        for (int pixel = 0; pixel < known.weights.length; pixel++) {
            if (!hole.isAt(pixel % image.width(), pixel / image.width())) {
                known.add(pixel, rgb, pixel, 1);
            }
        }
        float[] filled = known.filled();
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            rgb[i] = hole.isAt(pixel % image.width(), pixel / image.width()) ? filled[i] : rgb[i];
        }
        return Image.of(image.width(), image.height(), rgb);
    }

    private void add(int pixel, float[] values, int from, float weight) {
        weights[pixel] += weight;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            sums[pixel * Image.CHANNELS + channel] += values[from * Image.CHANNELS + channel];
        }
    }

    /** Means where there is anything, and what half of the image has elsewhere. */
    private float[] filled() {
        float[] means = sums.clone();
        float[] coarser = width * height > 1 ? half().filled() : means;
        for (int pixel = 0; pixel < weights.length; pixel++) {
            int there = pixel / width / 2 * ((width + 1) / 2) + pixel % width / 2;
            for (int channel = 0; channel < Image.CHANNELS; channel++) {
                int i = pixel * Image.CHANNELS + channel;
                means[i] = weights[pixel] > 0 ? sums[i] / weights[pixel] : coarser[there * Image.CHANNELS + channel];
            }
        }
        return means;
    }

    private SmoothFill half() {
        SmoothFill half = new SmoothFill((width + 1) / 2, (height + 1) / 2);
        for (int pixel = 0; pixel < weights.length; pixel++) {
            half.add(pixel / width / 2 * half.width + pixel % width / 2, sums, pixel, weights[pixel]);
        }
        return half;
    }
}

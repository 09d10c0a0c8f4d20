package lichen.app.quality.control;

import java.util.Arrays;
import lichen.core.image.Image;

/** Gaussian blur: colour and coarse structure without detail. */
final class Blur {
    private Blur() {}

    /** Blurs, the image mirrored at its border. */
    static Image gaussian(Image image, double sigma) {
        int radius = (int) Math.ceil(4 * sigma);
        double[] weights = new double[2 * radius + 1];
        Arrays.setAll(weights, i -> Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma)));
        double sum = Arrays.stream(weights).sum();
        Arrays.setAll(weights, i -> weights[i] / sum);
        return along(along(image, weights, true), weights, false).clamp();
    }

    private static Image along(Image image, double[] weights, boolean across) {
        int radius = weights.length / 2;
        float[] rgb = new float[image.width() * image.height() * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / Image.CHANNELS % image.width();
            int y = i / Image.CHANNELS / image.width();
            double value = 0;
            for (int tap = 0; tap < weights.length; tap++) {
                int shift = tap - radius;
                int column = across ? mirrored(x + shift, image.width()) : x;
                int row = across ? y : mirrored(y + shift, image.height());
                value += weights[tap] * image.at(column, row, i % Image.CHANNELS);
            }
            rgb[i] = (float) value;
        }
        return Image.of(image.width(), image.height(), rgb);
    }

    private static int mirrored(int index, int extent) {
        int within = Math.floorMod(index, 2 * extent);
        return within < extent ? within : 2 * extent - 1 - within;
    }
}

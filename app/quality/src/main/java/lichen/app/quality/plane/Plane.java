package lichen.app.quality.plane;

import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.wave.Waves;

/** An image of a single channel: one number a pixel, rows from the top. Immutable. */
public final class Plane {
    private static final double[] LUMINANCE = {0.299, 0.587, 0.114};

    private final int width;
    private final int height;
    private final double[] values;

    private Plane(int width, int height, double[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** A plane of these numbers, {@code [H][W]} flattened; they are copied. */
    public static Plane of(int width, int height, double[] values) {
        Require.that(
                values.length == (long) width * height,
                "values",
                "must be " + width + " x " + height + " numbers, but are " + values.length);
        return new Plane(width, height, values.clone());
    }

    /** One channel of an image: 0 red, 1 green, 2 blue. */
    public static Plane channel(Image image, int channel) {
        double[] weights = new double[Image.CHANNELS];
        weights[channel] = 1;
        return mix(image, weights);
    }

    /** The brightness of an image, 0.299 R + 0.587 G + 0.114 B (BT.601). */
    public static Plane luminance(Image image) {
        return mix(image, LUMINANCE);
    }

    private static Plane mix(Image image, double[] weights) {
        float[] rgb = image.toArray();
        double[] values = new double[rgb.length / Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            values[i / Image.CHANNELS] += weights[i % Image.CHANNELS] * rgb[i];
        }
        return new Plane(image.width(), image.height(), values);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The number at column x and row y. */
    public double at(int x, int y) {
        return values[y * width + x];
    }

    /** The Fourier transform. */
    public Waves waves() {
        return Waves.of(width, height, values);
    }

    /** A copy of the numbers. */
    public double[] toArray() {
        return values.clone();
    }

    /** A part of the plane. */
    public Plane crop(int x, int y, int newWidth, int newHeight) {
        double[] part = new double[newWidth * newHeight];
        for (int row = 0; row < newHeight; row++) {
            System.arraycopy(values, (y + row) * width + x, part, row * newWidth, newWidth);
        }
        return new Plane(newWidth, newHeight, part);
    }

    /** The plane in the upper left corner of a larger one that is 0 elsewhere. */
    public Plane padded(int newWidth, int newHeight) {
        double[] larger = new double[newWidth * newHeight];
        for (int row = 0; row < height; row++) {
            System.arraycopy(values, row * width, larger, row * newWidth, width);
        }
        return new Plane(newWidth, newHeight, larger);
    }

    /** The mean of all numbers. */
    public double mean() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** The plane less its mean. */
    public Plane centred() {
        double mean = mean();
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - mean;
        }
        return new Plane(width, height, centred);
    }

    /** The mean of the squares. */
    public double meanSquare() {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum / values.length;
    }
}

package lichen.app.experiment.generator;

import lichen.core.image.Image;

/**
 * How far an image is from a picture where both are halved twice: the mean squared difference of the means of squares of 4 x 4 pixels, over
 * the variance of the picture's.
 *
 * @param wanted the picture's means, {@code [H/4][W/4][3]}
 * @param width of the picture
 * @param variance of the means, about that of each channel
 */
record ContentDifference(double[] wanted, int width, double variance) {
    private static final int SQUARE = 4;
    /** The least variance: a picture of one colour has none. */
    private static final double FAINT = 1e-4;

    /** The difference from a picture whose sides are multiples of 4. */
    static ContentDifference to(Image picture) {
        float[] rgb = picture.toArray();
        double[] pixels = new double[rgb.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = rgb[i];
        }
        double[] means = means(pixels, picture.width());
        double[] mean = picture.meanColour();
        double squares = 0;
        for (int i = 0; i < means.length; i++) {
            double difference = means[i] - mean[i % Image.CHANNELS];
            squares += difference * difference / means.length;
        }
        return new ContentDifference(means, picture.width(), Math.max(FAINT, squares));
    }

    private static double[] means(double[] pixels, int width) {
        double[] means = new double[pixels.length / (SQUARE * SQUARE)];
        for (int i = 0; i < pixels.length; i++) {
            means[place(i, width)] += pixels[i] / (SQUARE * SQUARE);
        }
        return means;
    }

    /** Which mean a number of a pixel belongs to. */
    private static int place(int number, int width) {
        int pixel = number / Image.CHANNELS;
        int square = pixel / width / SQUARE * (width / SQUARE) + pixel % width / SQUARE;
        return square * Image.CHANNELS + number % Image.CHANNELS;
    }

    /**
     * The difference of an image, and its gradient.
     *
     * @param gradient to which weight times d value / d pixels is added
     * @return weight times the value
     */
    double add(double weight, double[] pixels, double[] gradient) {
        double[] differences = means(pixels, width);
        double squares = 0;
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= wanted[i];
            squares += differences[i] * differences[i];
        }
        double scale = weight / (variance * differences.length);
        for (int i = 0; i < pixels.length; i++) {
            gradient[i] += 2 * scale * differences[place(i, width)] / (SQUARE * SQUARE);
        }
        return scale * squares;
    }
}

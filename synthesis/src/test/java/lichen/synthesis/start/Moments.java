package lichen.synthesis.start;

import lichen.core.image.Image;

/**
 * Mean and standard deviation of all numbers of an image.
 *
 * @param mean the mean
 * @param deviation the standard deviation
 */
record Moments(double mean, double deviation) {
    /** A mean of random numbers is within this many standard errors, but for one case in two million. */
    static final double ERRORS = 5;

    static Moments of(Image image) {
        float[] values = image.toArray();
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return new Moments(mean, Math.sqrt(squares / values.length - mean * mean));
    }
}

package lichen.app.experiment;

import lichen.core.image.Image;
import lichen.descriptor.GaussianTransport;

/**
 * An image in the colours of another: x' = A (x - m) + n, where m and n are the mean colours of both, and A is the one symmetric matrix
 * that carries the covariance of the first image's colours into that of the second. So it moves colours no further than it has to.
 *
 * <p>What leaves [0,1] is forced back, so that the means are met but for what is saturated. Source: Pitié and Kokaram, "The linear
 * Monge-Kantorovitch linear colour mapping for example-based colour transfer" (2007).
 */
public final class Recolouring {
    /** The least variance of a direction in the space of colours: a step of 8 bits. An image of one colour has none. */
    private static final double LEAST = 1.0 / (255 * 255);

    private final double[] mean = new double[Image.CHANNELS];
    private final double[][] covariance = new double[Image.CHANNELS][Image.CHANNELS];

    private Recolouring(Image image) {
        float[] rgb = image.toArray();
        int pixels = rgb.length / Image.CHANNELS;
        System.arraycopy(image.meanColour(), 0, mean, 0, mean.length);
        for (int i = 0; i < rgb.length; i += Image.CHANNELS) {
            for (int a = 0; a < Image.CHANNELS; a++) {
                for (int b = 0; b < Image.CHANNELS; b++) {
                    covariance[a][b] += (rgb[i + a] - mean[a]) * (rgb[i + b] - mean[b]) / pixels;
                }
            }
        }
    }

    /** The image in the colours of another. */
    public static Image of(Image image, Image colours) {
        Recolouring own = new Recolouring(image);
        Recolouring other = new Recolouring(colours);
        double[][] carried = GaussianTransport.between(lifted(own.covariance), lifted(other.covariance), LEAST)
                .map();
        float[] rgb = image.toArray();
        float[] moved = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int channel = i % Image.CHANNELS;
            double sum = other.mean[channel];
            for (int from = 0; from < Image.CHANNELS; from++) {
                sum += carried[channel][from] * (rgb[i - channel + from] - own.mean[from]);
            }
            moved[i] = (float) sum;
        }
        return Image.of(image.width(), image.height(), moved).clamp();
    }

    /** Whether all pixels of an image have about the same colour: no texture, and no style. */
    public static boolean isOneColour(Image image) {
        double[][] covariance = new Recolouring(image).covariance;
        return covariance[0][0] + covariance[1][1] + covariance[2][2] < LEAST;
    }

    private static double[][] lifted(double[][] covariance) {
        double[][] lifted = new double[covariance.length][];
        for (int i = 0; i < lifted.length; i++) {
            lifted[i] = covariance[i].clone();
            lifted[i][i] += LEAST;
        }
        return lifted;
    }
}

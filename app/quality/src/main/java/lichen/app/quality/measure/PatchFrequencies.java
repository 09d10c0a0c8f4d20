package lichen.app.quality.measure;

import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Image;

/**
 * Patches of 5 x 5 pixels by their low frequencies: orthonormal, so that the squared distance of two of these vectors is at most that of
 * the patches themselves.
 *
 * <p>The discrete cosine transform of brightness (R + G + B) / sqrt 3 up to the third order, and of the two differences of colours
 * up to the first: 16 of 75 numbers, which hold most of a photograph's variance.
 */
final class PatchFrequencies {
    static final int SIDE = 5;
    private static final double[][] COLOURS = {
        {1 / Math.sqrt(3), 1 / Math.sqrt(3), 1 / Math.sqrt(3)},
        {1 / Math.sqrt(2), 0, -1 / Math.sqrt(2)},
        {1 / Math.sqrt(6), -2 / Math.sqrt(6), 1 / Math.sqrt(6)}
    };
    private static final int[] ORDERS = {3, 1, 1};
    private static final float[][] WAVES = waves();

    private PatchFrequencies() {}

    /** A vector for each patch, {@code [patch][number]}, row by row. */
    static float[][] of(Image image) {
        int across = image.width() - SIDE + 1;
        int down = image.height() - SIDE + 1;
        float[] rgb = image.toArray();
        float[][] vectors = new float[across * down][WAVES.length];
        for (int patch = 0; patch < vectors.length; patch++) {
            int corner = (patch / across * image.width() + patch % across) * Image.CHANNELS;
            for (int wave = 0; wave < WAVES.length; wave++) {
                vectors[patch][wave] = product(rgb, corner, image.width(), WAVES[wave]);
            }
        }
        return vectors;
    }

    private static float product(float[] rgb, int corner, int width, float[] wave) {
        float sum = 0;
        int row = SIDE * Image.CHANNELS;
        for (int i = 0; i < wave.length; i++) {
            sum += wave[i] * rgb[corner + i / row * width * Image.CHANNELS + i % row];
        }
        return sum;
    }

    private static float[][] waves() {
        List<float[]> waves = new ArrayList<>();
        for (int colour = 0; colour < COLOURS.length; colour++) {
            for (int u = 0; u <= ORDERS[colour]; u++) {
                for (int v = 0; u + v <= ORDERS[colour]; v++) {
                    waves.add(wave(u, v, COLOURS[colour]));
                }
            }
        }
        return waves.toArray(float[][]::new);
    }

    private static float[] wave(int u, int v, double[] colour) {
        float[] wave = new float[SIDE * SIDE * Image.CHANNELS];
        for (int i = 0; i < wave.length; i++) {
            int pixel = i / Image.CHANNELS;
            wave[i] = (float) (cosine(u, pixel % SIDE) * cosine(v, pixel / SIDE) * colour[i % Image.CHANNELS]);
        }
        return wave;
    }

    private static double cosine(int order, int place) {
        return Math.cos(Math.PI * order * (place + 0.5) / SIDE) * Math.sqrt((order == 0 ? 1.0 : 2.0) / SIDE);
    }
}

package lichen.app.quality.measure;

import lichen.core.image.Image;

/** Patches of an image, each 7 x 7 x 3 numbers; kept number by number, so that projecting them runs along memory. */
final class PatchMatrix {
    static final int SIDE = 7;
    /** How many numbers a patch has. */
    static final int NUMBERS = SIDE * SIDE * Image.CHANNELS;

    private static final int MOST = 16_384;
    private static final int BLOCK = 512;
    /** What is less is an even image, which nothing is divided by. */
    private static final double LEAST_DEVIATION = 1e-4;

    private final float[][] rows;

    private PatchMatrix(float[][] rows) {
        this.rows = rows;
    }

    /** All patches, or 16,384 of them that lie evenly. */
    static PatchMatrix of(Image image) {
        int across = image.width() - SIDE + 1;
        int all = across * (image.height() - SIDE + 1);
        int count = Math.min(MOST, all);
        float[][] rows = new float[NUMBERS][count];
        float[] rgb = image.toArray();
        for (int patch = 0; patch < count; patch++) {
            int place = (int) ((long) patch * all / count);
            int corner = (place / across * image.width() + place % across) * Image.CHANNELS;
            for (int number = 0; number < NUMBERS; number++) {
                int line = number / (SIDE * Image.CHANNELS);
                int along = number % (SIDE * Image.CHANNELS);
                rows[number][patch] = rgb[corner + line * image.width() * Image.CHANNELS + along];
            }
        }
        return new PatchMatrix(rows);
    }

    /** Brings each channel to mean 0 and variance 1 over the patches of both, which count alike. */
    static void normalize(PatchMatrix one, PatchMatrix other) {
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            double mean = (one.mean(channel) + other.mean(channel)) / 2;
            double variance = (one.variance(channel, mean) + other.variance(channel, mean)) / 2;
            double deviation = Math.max(LEAST_DEVIATION, Math.sqrt(variance));
            one.standardize(channel, mean, deviation);
            other.standardize(channel, mean, deviation);
        }
    }

    /** The patches' products with directions, {@code [direction][patch]}; block by block, so that a block stays in the cache. */
    float[][] projected(double[][] directions) {
        int count = rows[0].length;
        float[][] sums = new float[directions.length][count];
        for (int first = 0; first < count; first += BLOCK) {
            int end = Math.min(count, first + BLOCK);
            for (int direction = 0; direction < directions.length; direction++) {
                for (int number = 0; number < NUMBERS; number++) {
                    add(rows[number], (float) directions[direction][number], sums[direction], first, end);
                }
            }
        }
        return sums;
    }

    private static void add(float[] row, float weight, float[] sums, int first, int end) {
        for (int patch = first; patch < end; patch++) {
            sums[patch] += weight * row[patch];
        }
    }

    private double mean(int channel) {
        double sum = 0;
        for (int number = channel; number < NUMBERS; number += Image.CHANNELS) {
            for (float value : rows[number]) {
                sum += value;
            }
        }
        return sum / rows[0].length / SIDE / SIDE;
    }

    private double variance(int channel, double mean) {
        double sum = 0;
        for (int number = channel; number < NUMBERS; number += Image.CHANNELS) {
            for (float value : rows[number]) {
                sum += (value - mean) * (value - mean);
            }
        }
        return sum / rows[0].length / SIDE / SIDE;
    }

    private void standardize(int channel, double mean, double deviation) {
        for (int number = channel; number < NUMBERS; number += Image.CHANNELS) {
            float[] row = rows[number];
            for (int patch = 0; patch < row.length; patch++) {
                row[patch] = (float) ((row[patch] - mean) / deviation);
            }
        }
    }
}

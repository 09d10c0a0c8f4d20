package lichen.app.quality.measure;

import java.util.Arrays;
import lichen.app.quality.plane.Plane;
import lichen.core.image.Image;
import lichen.core.wave.Waves;

/**
 * The mean power spectrum of blocks of one channel under a Hann window: per wave, the variance that it carries times the number of
 * pixels. White noise of variance v has v everywhere.
 */
final class PowerSpectrum {
    /** The variance of rounding to 8 bits. */
    private static final double ROUNDING = 1.0 / (12 * 255 * 255);

    private final int side;
    private final double[] power;

    private PowerSpectrum(int side, double[] power) {
        this.side = side;
        this.power = power;
    }

    /**
     * Adds up the spectra.
     *
     * @param side the side of a block, at most the image's sides
     */
    static PowerSpectrum of(Image image, int channel, int side) {
        Plane plane = Plane.channel(image, channel).centred();
        double[] window = window(side);
        double[] sum = new double[side * side];
        int[] columns = places(image.width(), side);
        int[] rows = places(image.height(), side);
        for (int y : rows) {
            for (int x : columns) {
                add(
                        Waves.of(side, side, windowed(plane.crop(x, y, side, side), window))
                                .power(),
                        sum);
            }
        }
        double weight = 0;
        for (double factor : window) {
            weight += factor * factor;
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i] / (weight * weight) / rows.length / columns.length + ROUNDING;
        }
        return new PowerSpectrum(side, sum);
    }

    /** By wave, {@code [side][side]} flattened. */
    double[] waves() {
        return power.clone();
    }

    /** The means of rings one wave wide, from the mean to the highest frequency along an axis. */
    double[] rings() {
        double[] sums = new double[side / 2 + 1];
        int[] counts = new int[sums.length];
        for (int i = 0; i < power.length; i++) {
            int ring = (int) Math.round(Math.hypot(frequency(i % side), frequency(i / side)));
            if (ring < sums.length) {
                sums[ring] += power[i];
                counts[ring]++;
            }
        }
        for (int ring = 0; ring < sums.length; ring++) {
            sums[ring] /= counts[ring];
        }
        return sums;
    }

    private int frequency(int index) {
        return index <= side / 2 ? index : index - side;
    }

    /** Where blocks begin that overlap by half, the last at the end. */
    private static int[] places(int extent, int side) {
        int steps = (extent - side + side / 2 - 1) / (side / 2);
        int[] places = new int[steps + 1];
        Arrays.setAll(places, step -> Math.min(extent - side, step * (side / 2)));
        return places;
    }

    private static double[] window(int side) {
        double[] window = new double[side];
        Arrays.setAll(window, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / side));
        return window;
    }

    private static double[] windowed(Plane block, double[] window) {
        double[] values = block.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= window[i % window.length] * window[i / window.length];
        }
        return values;
    }

    private static void add(double[] numbers, double[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += numbers[i];
        }
    }
}

package lichen.core.image;

import lichen.core.check.Require;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An RGB image; values in [0,1] unless it is the raw outcome of an optimisation, see {@link #clamp}. Immutable.
 *
 * <p>This is the one place that fixes the convention: float32, rows from the top, R G B interleaved. As a tensor the same
 * numbers are {@code [1,H,W,3]} in 'c' order.
 */
public final class Image {
    /** Red, green, blue. */
    public static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final float[] rgb;

    private Image(int width, int height, float[] rgb) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
    }

    /**
     * Makes an image from its pixels; the array is copied.
     *
     * @param rgb {@code [H][W][3]} flattened: rows from the top, R G B interleaved
     */
    public static Image of(int width, int height, float[] rgb) {
        Require.atLeast(1, "width", width);
        Require.atLeast(1, "height", height);
        long expected = (long) width * height * CHANNELS;
        Require.that(rgb.length == expected, "rgb", "must hold " + expected + " numbers, but holds " + rgb.length);
        return new Image(width, height, rgb.clone());
    }

    /** Copies a tensor {@code [1,H,W,3]} into an image, values as they are. */
    public static Image of(INDArray tensor) {
        Nhwc.requireImage(tensor);
        return new Image((int) tensor.size(2), (int) tensor.size(1), HostMemory.toFloats(tensor));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Width and height. */
    public Size size() {
        return new Size(width, height);
    }

    /** The number of red, green or blue (0, 1, 2) at column x and row y. */
    public float at(int x, int y, int channel) {
        return rgb[(y * width + x) * CHANNELS + channel];
    }

    /** A copy of the pixels: rows from the top, R G B interleaved. */
    public float[] toArray() {
        return rgb.clone();
    }

    /** The tensor {@code [1,H,W,3]}, float32, 'c' order, owned by the scope. */
    public INDArray tensor(TensorScope scope) {
        return scope.of(rgb, 1, height, width, CHANNELS);
    }

    /** This image with every value forced into [0,1]; not-a-number becomes 0. */
    public Image clamp() {
        float[] clamped = new float[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            clamped[i] = rgb[i] > 0 ? Math.min(rgb[i], 1f) : 0f;
        }
        return new Image(width, height, clamped);
    }

    /**
     * A part of the image.
     *
     * @throws lichen.core.check.InvalidValueException if the part is empty or reaches outside
     */
    public Image crop(Crop crop) {
        crop.requireInside(new Size(width, height));
        float[] part = new float[crop.width() * crop.height() * CHANNELS];
        for (int row = 0; row < crop.height(); row++) {
            int from = ((crop.y() + row) * width + crop.x()) * CHANNELS;
            System.arraycopy(rgb, from, part, row * crop.width() * CHANNELS, crop.width() * CHANNELS);
        }
        return new Image(crop.width(), crop.height(), part);
    }

    /** The mean of each channel, over all pixels. */
    public double[] meanColour() {
        double[] sum = new double[CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            sum[i % CHANNELS] += rgb[i];
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            sum[channel] /= (double) width * height;
        }
        return sum;
    }
}

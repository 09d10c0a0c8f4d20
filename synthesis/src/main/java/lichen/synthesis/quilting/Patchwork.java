package lichen.synthesis.quilting;

import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;

/** The image as far as it is laid. Columns and rows beyond the end begin anew. */
final class Patchwork {
    private final int width;
    private final int height;
    private final float[] rgb;

    Patchwork(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new float[width * height * Image.CHANNELS];
    }

    /** Where in {@link #numbers} the pixel at a column and a row begins. */
    int at(int column, int row) {
        return (row % height * width + column % width) * Image.CHANNELS;
    }

    /** The numbers of all pixels; not a copy. */
    float[] numbers() {
        return rgb;
    }

    /** The upper left part. */
    Image image(Size size) {
        return Image.of(width, height, rgb).crop(new Crop(0, 0, size.width(), size.height()));
    }
}

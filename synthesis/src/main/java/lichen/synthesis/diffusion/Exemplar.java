package lichen.synthesis.diffusion;

import lichen.core.image.Image;

/**
 * The patches of a photograph at one scale. A place is a number: where a patch's upper left corner lies in the rows of all
 * planes, the photograph and, if it lends patches too, its mirror image.
 */
final class Exemplar {
    private final int patch;
    private final int width;
    private final int height;
    private final int planes;
    private final float[] values;

    private Exemplar(int patch, int width, int height, int planes, float[] values) {
        this.patch = patch;
        this.width = width;
        this.height = height;
        this.planes = planes;
        this.values = values;
    }

    /** The patches of an image. */
    static Exemplar of(Image image, PatchDiffusion settings) {
        float[] plane = Planes.centred(image);
        int planes = settings.mirrored() ? 2 : 1;
        float[] values = new float[planes * plane.length];
        System.arraycopy(plane, 0, values, 0, plane.length);
        if (settings.mirrored()) {
            mirror(plane, image.width(), values);
        }
        return new Exemplar(settings.patch(), image.width(), image.height(), planes, values);
    }

    private static void mirror(float[] plane, int width, float[] values) {
        for (int i = 0; i < plane.length; i += Image.CHANNELS) {
            int pixel = i / Image.CHANNELS;
            int mirrored = pixel - pixel % width + width - 1 - pixel % width;
            System.arraycopy(plane, mirrored * Image.CHANNELS, values, plane.length + i, Image.CHANNELS);
        }
    }

    /** Side of a patch. */
    int patch() {
        return patch;
    }

    /** How many images lend patches. */
    int planes() {
        return planes;
    }

    /** Length of a row. */
    int width() {
        return width;
    }

    /** The most pixels that a place lies to the right of a row's start. */
    int lastColumn() {
        return width - patch;
    }

    /** The most rows that a place lies below a plane's first. */
    int lastRow() {
        return height - patch;
    }

    /** How many places there are in each plane. */
    int places() {
        return (lastColumn() + 1) * (lastRow() + 1);
    }

    int place(int plane, int x, int y) {
        return (plane * height + y) * width + x;
    }

    int plane(int place) {
        return place / (width * height);
    }

    int x(int place) {
        return place % width;
    }

    int y(int place) {
        return place / width % height;
    }

    /** The place as near as there is to this one. */
    int nearest(int plane, double x, double y) {
        int column = (int) Math.max(0, Math.min(lastColumn(), Math.round(x)));
        int row = (int) Math.max(0, Math.min(lastRow(), Math.round(y)));
        return place(plane, column, row);
    }

    /** All numbers times a factor: rows of R G B, in [-1, 1] for the factor 1. */
    float[] times(double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) factor * values[i];
        }
        return scaled;
    }

    /** The numbers themselves, only read. */
    float[] values() {
        return values;
    }
}

package lichen.synthesis.filling;

import lichen.core.image.Image;

/**
 * Chooses where the next piece goes: the square about a pixel of the hole's border in which most is known, of that most for sure, and most
 * happens: edges go on before planes do.
 */
final class Front {
    /** What counts where nothing happens. */
    private static final double LEAST_CHANGE = 0.02;

    private final Pieces pieces;
    private final int side;
    private final int width;
    private final int height;
    private final float[] certain;

    Front(Pieces pieces, int side) {
        this.pieces = pieces;
        this.side = side;
        width = pieces.size().width();
        height = pieces.size().height();
        certain = new float[width * height];
        for (int pixel = 0; pixel < certain.length; pixel++) {
            certain[pixel] = pieces.has(pixel) ? 1 : 0;
        }
    }

    /** Side of a square. */
    int side() {
        return side;
    }

    /** The first pixel of the square to be laid next. */
    int next() {
        int best = -1;
        double most = -1;
        for (int pixel = 0; pixel < certain.length; pixel++) {
            if (isFront(pixel)) {
                double worth = certainty(square(pixel)) * (LEAST_CHANGE + change(square(pixel)));
                if (worth > most) {
                    most = worth;
                    best = square(pixel);
                }
            }
        }
        settle(best);
        return best;
    }

    private boolean isFront(int pixel) {
        int x = pixel % width;
        return !pieces.has(pixel)
                && (x > 0 && pieces.has(pixel - 1)
                        || x + 1 < width && pieces.has(pixel + 1)
                        || pixel >= width && pieces.has(pixel - width)
                        || pixel + width < certain.length && pieces.has(pixel + width));
    }

    /** The square about a pixel, drawn in to lie inside. */
    private int square(int pixel) {
        int x = Math.max(0, Math.min(width - side, pixel % width - side / 2));
        int y = Math.max(0, Math.min(height - side, pixel / width - side / 2));
        return y * width + x;
    }

    private double certainty(int square) {
        double sum = 0;
        for (int i = 0; i < side * side; i++) {
            int pixel = square + i / side * width + i % side;
            sum += pieces.has(pixel) ? certain[pixel] : 0;
        }
        return sum / side / side;
    }

    /** The mean step between neighbours of which both are there. */
    private double change(int square) {
        double sum = 0;
        for (int row = 0; row + 1 < side; row++) {
            for (int column = 0; column + 1 < side; column++) {
                int pixel = square + row * width + column;
                if (pieces.has(pixel) && pieces.has(pixel + 1) && pieces.has(pixel + width)) {
                    double across = step(pixel, pixel + 1);
                    double down = step(pixel, pixel + width);
                    sum += Math.sqrt(across * across + down * down);
                }
            }
        }
        return sum / side / side;
    }

    private double step(int one, int other) {
        double sum = 0;
        for (int channel = 0; channel < Image.CHANNELS; channel++) {
            sum += pieces.rgb()[one * Image.CHANNELS + channel] - pieces.rgb()[other * Image.CHANNELS + channel];
        }
        return sum / Image.CHANNELS;
    }

    /** What is laid is as certain as what it was chosen by. */
    private void settle(int square) {
        float own = (float) certainty(square);
        for (int i = 0; i < side * side; i++) {
            int pixel = square + i / side * width + i % side;
            certain[pixel] = pieces.has(pixel) ? certain[pixel] : own;
        }
    }
}

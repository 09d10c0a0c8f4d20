package lichen.synthesis.diffusion;

import lichen.core.image.Image;

/** Regular photographs, black and white. */
public final class Pattern {
    /** What is white. */
    @FunctionalInterface
    private interface White {
        boolean at(int x, int y);
    }

    private Pattern() {}

    public static Image chequers(int side, int square) {
        return image(side, (x, y) -> (x / square + y / square) % 2 == 0);
    }

    /** Upright ones, half as wide as they are apart. */
    public static Image stripes(int side, int period) {
        return image(side, (x, y) -> x % period < period / 2);
    }

    public static Image diagonals(int side, int period) {
        return image(side, (x, y) -> (x + y) % period < period / 2);
    }

    public static Image dots(int side, int period, int radius) {
        return image(side, (x, y) -> Math.hypot(x % period - period / 2, y % period - period / 2) <= radius);
    }

    private static Image image(int side, White white) {
        float[] rgb = new float[side * side * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / Image.CHANNELS;
            rgb[i] = white.at(pixel % side, pixel / side) ? 1 : 0;
        }
        return Image.of(side, side, rgb);
    }
}

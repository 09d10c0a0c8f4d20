package lichen.app.quality.plane;

import lichen.core.wave.Waves;

/**
 * How alike a plane is to itself, moved: c(dx, dy) = mean over the pixels that overlap of (f(x, y) - m) (f(x + dx, y + dy) - m),
 * over the variance. 1 at no shift. A plane of one value has 1 there and 0 elsewhere.
 */
public final class Autocorrelations {
    private final int reach;
    private final double[] values;

    private Autocorrelations(int reach, double[] values) {
        this.reach = reach;
        this.values = values;
    }

    /**
     * Correlates a plane with itself.
     *
     * @param reach the largest shift along each axis, less than both extents
     */
    public static Autocorrelations of(Plane plane, int reach) {
        Plane centred = plane.centred();
        double variance = centred.meanSquare();
        int width = plane.width() + reach;
        int height = plane.height() + reach;
        Waves waves = centred.padded(width, height).waves();
        double[] products = waves.timesConjugate(waves).values();
        int side = 2 * reach + 1;
        double[] values = new double[side * side];
        for (int dy = -reach; dy <= reach; dy++) {
            for (int dx = -reach; dx <= reach; dx++) {
                double overlap = (plane.width() - Math.abs(dx)) * (double) (plane.height() - Math.abs(dy));
                double product = products[Math.floorMod(dy, height) * width + Math.floorMod(dx, width)];
                values[(dy + reach) * side + dx + reach] = variance > 0 ? product / overlap / variance : 0;
            }
        }
        values[values.length / 2] = 1;
        return new Autocorrelations(reach, values);
    }

    /** The correlation at a shift. */
    public double at(int dx, int dy) {
        return values[(dy + reach) * (2 * reach + 1) + dx + reach];
    }

    /** All, {@code [2 reach + 1][2 reach + 1]} flattened, the shift (-reach, -reach) first. */
    public double[] toArray() {
        return values.clone();
    }
}

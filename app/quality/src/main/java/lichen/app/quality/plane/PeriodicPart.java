package lichen.app.quality.plane;

import lichen.core.wave.Waves;

/**
 * A plane less a smooth part that makes its borders meet: its transform shows the plane, without the cross of waves that the step
 * across the borders leaves.
 *
 * <p>The smooth part s has the steps across the borders as its discrete Laplacian and mean 0. Source: Moisan, Periodic plus
 * smooth image decomposition, 2011.
 */
public final class PeriodicPart {
    private PeriodicPart() {}

    /** The periodic part, with the plane's mean. */
    public static Plane of(Plane plane) {
        int width = plane.width();
        int height = plane.height();
        double[] factors = new double[width * height];
        for (int i = 1; i < factors.length; i++) {
            factors[i] = 1
                    / (2 * Math.cos(2 * Math.PI * (i % width) / width)
                            + 2 * Math.cos(2 * Math.PI * (i / width) / height)
                            - 4);
        }
        double[] smooth = Waves.of(width, height, steps(plane)).scaled(factors).values();
        double[] values = plane.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= smooth[i];
        }
        return Plane.of(width, height, values);
    }

    private static double[] steps(Plane plane) {
        int width = plane.width();
        int height = plane.height();
        double[] steps = new double[width * height];
        for (int y = 0; y < height; y++) {
            double step = plane.at(width - 1, y) - plane.at(0, y);
            steps[y * width] += step;
            steps[y * width + width - 1] -= step;
        }
        for (int x = 0; x < width; x++) {
            double step = plane.at(x, height - 1) - plane.at(x, 0);
            steps[x] += step;
            steps[(height - 1) * width + x] -= step;
        }
        return steps;
    }
}

package lichen.app.quality.measure;

import java.util.ArrayList;
import java.util.List;
import lichen.app.quality.plane.Plane;

/**
 * The discrete wavelet transform with Daubechies' filter of four vanishing moments (eight taps), with circular borders.
 *
 * <p>Source: Daubechies, Ten Lectures on Wavelets, 1992, table 6.1.
 */
final class DaubechiesTransform {
    private static final double[] LOW = {
        0.23037781330885523,
        0.7148465705525415,
        0.6308807679295904,
        -0.02798376941698385,
        -0.18703481171888114,
        0.030841381835986965,
        0.032883011666982945,
        -0.010597401784997278
    };
    private static final double[] HIGH = high();

    private DaubechiesTransform() {}

    /**
     * The bands of detail, each level with three: across, down, diagonal.
     *
     * @param levels how often to halve; rows and columns beyond a multiple of 2^levels are left out
     */
    static List<double[]> details(Plane plane, int levels) {
        int multiple = 1 << levels;
        Plane rest = plane.crop(0, 0, plane.width() / multiple * multiple, plane.height() / multiple * multiple);
        List<double[]> bands = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            Plane low = across(rest, LOW);
            Plane high = across(rest, HIGH);
            bands.add(down(high, LOW).toArray());
            bands.add(down(low, HIGH).toArray());
            bands.add(down(high, HIGH).toArray());
            rest = down(low, LOW);
        }
        return bands;
    }

    private static Plane across(Plane plane, double[] filter) {
        int width = plane.width() / 2;
        double[] values = new double[width * plane.height()];
        for (int i = 0; i < values.length; i++) {
            int x = i % width * 2;
            for (int tap = 0; tap < filter.length; tap++) {
                values[i] += filter[tap] * plane.at((x + tap) % plane.width(), i / width);
            }
        }
        return Plane.of(width, plane.height(), values);
    }

    private static Plane down(Plane plane, double[] filter) {
        int height = plane.height() / 2;
        double[] values = new double[plane.width() * height];
        for (int i = 0; i < values.length; i++) {
            int y = i / plane.width() * 2;
            for (int tap = 0; tap < filter.length; tap++) {
                values[i] += filter[tap] * plane.at(i % plane.width(), (y + tap) % plane.height());
            }
        }
        return Plane.of(plane.width(), height, values);
    }

    private static double[] high() {
        double[] high = new double[LOW.length];
        for (int tap = 0; tap < high.length; tap++) {
            high[tap] = (tap % 2 == 0 ? 1 : -1) * LOW[LOW.length - 1 - tap];
        }
        return high;
    }
}

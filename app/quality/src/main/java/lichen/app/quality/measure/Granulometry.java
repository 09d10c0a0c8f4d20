package lichen.app.quality.measure;

import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.plane.Plane;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Granulometry: how wide the bright and the dark things are, as sieves of growing holes tell it.
 *
 * <p>An opening takes away what is brighter than its surroundings and narrower than a square, a closing what is darker; what they
 * take of the brightness on average is s(side, bright) and s(side, dark). The measure is the mean over squares of 3, 5, 9 and 17 pixels
 * and over bright and dark of |log s_x - log s_r|, in nats; the s of rounding to 8 bits is added, so that what is below it does not
 * count. Invariant to brightness. Waves with random phases have as much of bright as of dark at every size, photographs seldom
 * do. Source: Matheron 1975; as a signature of textures Maragos 1989 (pattern spectrum).
 */
@Summary("difference of the logarithms of what sieves of growing squares hold back: widths of bright and dark things")
public record Granulometry() implements Measure {
    private static final List<Integer> REACHES = List.of(1, 2, 4, 8);
    private static final double ROUNDING = 0.5 / 255;

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.WIDTHS);
    }

    @Override
    public Gauge open() {
        return Granulometry::between;
    }

    private static double between(Image image, Image photograph) {
        Plane one = Plane.luminance(image);
        Plane other = Plane.luminance(photograph);
        double sum = 0;
        for (int reach : REACHES) {
            sum += Math.abs(Math.log(bright(one, reach) / bright(other, reach)));
            sum += Math.abs(Math.log(dark(one, reach) / dark(other, reach)));
        }
        return sum / (2 * REACHES.size());
    }

    private static double bright(Plane plane, int reach) {
        return plane.mean()
                - moved(moved(plane, reach, Math::min), reach, Math::max).mean()
                + ROUNDING;
    }

    private static double dark(Plane plane, int reach) {
        return moved(moved(plane, reach, Math::max), reach, Math::min).mean() - plane.mean() + ROUNDING;
    }

    /** The least or the greatest value of each square about a pixel, as far as it lies inside. */
    private static Plane moved(Plane plane, int reach, DoubleBinaryOperator choice) {
        int width = plane.width();
        int height = plane.height();
        double[] across = new double[width * height];
        for (int i = 0; i < across.length; i++) {
            across[i] = plane.at(i % width, i / width);
            for (int x = Math.max(0, i % width - reach); x <= Math.min(width - 1, i % width + reach); x++) {
                across[i] = choice.applyAsDouble(across[i], plane.at(x, i / width));
            }
        }
        double[] down = new double[width * height];
        for (int i = 0; i < down.length; i++) {
            down[i] = across[i];
            for (int y = Math.max(0, i / width - reach); y <= Math.min(height - 1, i / width + reach); y++) {
                down[i] = choice.applyAsDouble(down[i], across[y * width + i % width]);
            }
        }
        return Plane.of(width, height, down);
    }
}

package lichen.app.quality.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.StatisticGauge;
import lichen.app.quality.plane.Plane;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Local binary patterns: whether edges, corners, spots and even places are as frequent.
 *
 * <p>The mean over circles of radius 1, 2 and 4, with 8, 16 and 24 samples, of the Jensen-Shannon distance, the root of the divergence in bits, of the histograms of
 * rotation-invariant uniform patterns of the brightness. Range [0,1]; invariant to brightness and contrast, and to
 * turns. Source: Ojala, Pietikäinen and Mäenpää 2002, LBP^riu2.
 */
@Summary("Jensen-Shannon distance of the histograms of local binary patterns: edges, corners and spots")
public record Lbp() implements Measure {
    private static final List<Circle> CIRCLES = List.of(Circle.of(1, 8), Circle.of(2, 16), Circle.of(4, 24));

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.LOCAL_PATTERNS);
    }

    @Override
    public Gauge open() {
        return new Histograms();
    }

    /** Jensen-Shannon, with logarithms to the base 2. */
    static double divergence(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            double middle = (one[i] + other[i]) / 2;
            sum += term(one[i], middle) / 2 + term(other[i], middle) / 2;
        }
        return Math.max(0, sum);
    }

    private static double term(double share, double middle) {
        return share > 0 ? share * Math.log(share / middle) / Math.log(2) : 0;
    }

    /** The histograms of all circles, one behind the other. */
    private static final class Histograms implements StatisticGauge {
        @Override
        public double[] statistic(Image image) {
            Plane luminance = Plane.luminance(image);
            return CIRCLES.stream()
                    .flatMapToDouble(circle -> Arrays.stream(circle.histogram(luminance)))
                    .toArray();
        }

        @Override
        public double between(double[] image, double[] wanted) {
            double sum = 0;
            int start = 0;
            for (Circle circle : CIRCLES) {
                int end = start + circle.bins();
                sum += Math.sqrt(
                        divergence(Arrays.copyOfRange(image, start, end), Arrays.copyOfRange(wanted, start, end)));
                start = end;
            }
            return sum / CIRCLES.size();
        }
    }
}

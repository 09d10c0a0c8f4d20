package lichen.app.quality.measure;

import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.StatisticGauge;
import lichen.app.quality.plane.Autocorrelations;
import lichen.app.quality.plane.Plane;
import lichen.core.check.Require;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Autocorrelation: periodicity that is lost or invented.
 *
 * <p>sqrt(mean over shifts of (c_x - c_r)²), c the normalised autocorrelation of the brightness at shifts of up to {@code reach}
 * pixels along each axis; less in images that are not four times as large. Range [0,2]; invariant to brightness and contrast.
 * Cost: a Fourier transform each.
 *
 * @param reach the largest shift along an axis in pixels
 */
@Summary("difference of the autocorrelations of the brightness: periodicity lost or invented")
public record AutocorrelationDistance(
        @Default("32") @Summary("largest shift along an axis, in pixels")
        int reach) implements Measure {
    /** Checks that there is a shift. */
    public AutocorrelationDistance {
        Require.atLeast(1, "reach", reach);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.SPECTRUM);
    }

    @Override
    public Gauge open() {
        return new Shifts(reach);
    }

    /** The autocorrelations at all shifts; of images of two sizes those at the shifts that both have. */
    private record Shifts(int reach) implements StatisticGauge {
        @Override
        public double measure(Image image, Image photograph) {
            int within = Math.min(within(image), within(photograph));
            return between(at(image, within), at(photograph, within));
        }

        @Override
        public double[] statistic(Image image) {
            return at(image, within(image));
        }

        @Override
        public double between(double[] image, double[] wanted) {
            double sum = 0;
            for (int i = 0; i < image.length; i++) {
                sum += (image[i] - wanted[i]) * (image[i] - wanted[i]);
            }
            return Math.sqrt(sum / image.length);
        }

        private static double[] at(Image image, int within) {
            return Autocorrelations.of(Plane.luminance(image), within).toArray();
        }

        private int within(Image image) {
            return Math.min(reach, Math.min(image.width(), image.height()) / 4);
        }
    }
}

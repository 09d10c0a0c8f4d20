package lichen.app.quality.measure;

import java.util.Set;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
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
        return this::between;
    }

    private double between(Image image, Image photograph) {
        int within = Math.min(reach, Math.min(shortSide(image), shortSide(photograph)) / 4);
        double[] one = Autocorrelations.of(Plane.luminance(image), within).toArray();
        double[] other =
                Autocorrelations.of(Plane.luminance(photograph), within).toArray();
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum / one.length);
    }

    private static int shortSide(Image image) {
        return Math.min(image.width(), image.height());
    }
}

package lichen.app.quality.measure;

import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.app.quality.plane.CrossCorrelation;
import lichen.app.quality.plane.Plane;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Diversity: how different two images of a method are, wherever their parts stand.
 *
 * <p>1 - the highest circular cross-correlation, over all shifts, of the brightness, each pixel the mean of 2 x 2. Range [0,1]: 0
 * for an image and the same image moved around by any number of pixels, so images have to be whole: a part of a moved image is
 * no moved part. Cost: eleven Fourier transforms.
 */
@Summary("how different the images of several seeds are: 1 less their highest cross-correlation over all shifts")
public record Diversity() implements Measure {
    @Override
    public Gauge open() {
        return Diversity::between;
    }

    @Override
    public Kind kind() {
        return Kind.DIVERSITY;
    }

    private static double between(Image one, Image other) {
        return 1 - CrossCorrelation.highest(smoothed(one), smoothed(other));
    }

    /** Each pixel the mean of 2 x 2; no pixel is left out, so that a shift by one stays a shift. */
    private static Plane smoothed(Image image) {
        Plane plane = Plane.luminance(image);
        double[] values = new double[plane.width() * plane.height()];
        for (int i = 0; i < values.length; i++) {
            int x = i % plane.width();
            int y = i / plane.width();
            int right = (x + 1) % plane.width();
            int below = (y + 1) % plane.height();
            values[i] = (plane.at(x, y) + plane.at(right, y) + plane.at(x, below) + plane.at(right, below)) / 4;
        }
        return Plane.of(plane.width(), plane.height(), values);
    }
}

package lichen.app.measure;

import lichen.app.plane.Plane;
import lichen.app.plane.Waves;
import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.app.quality.Scale;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Diversity: how different two images of a method are, wherever their parts stand.
 *
 * <p>1 - the highest circular cross-correlation, over all shifts, of the brightness averaged 2 x 2 and normalised to mean 0 and
 * variance 1; of images of different sizes the common upper left part. Range [0,1]: 0 for an image and the same image
 * moved around. Cost: three Fourier transforms.
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
        Plane first = Plane.luminance(Scale.HALF.of(one));
        Plane second = Plane.luminance(Scale.HALF.of(other));
        int width = Math.min(first.width(), second.width());
        int height = Math.min(first.height(), second.height());
        Plane left = first.crop(0, 0, width, height).centred();
        Plane right = second.crop(0, 0, width, height).centred();
        double scale = Math.sqrt(left.meanSquare() * right.meanSquare()) * width * height;
        if (scale == 0) {
            return left.meanSquare() == right.meanSquare() ? 0 : 1;
        }
        double highest = 0;
        for (double product :
                Waves.of(left).timesConjugate(Waves.of(right)).plane().toArray()) {
            highest = Math.max(highest, product / scale);
        }
        return 1 - Math.min(1, highest);
    }
}

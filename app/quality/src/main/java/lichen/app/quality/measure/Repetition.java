package lichen.app.quality.measure;

import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.app.quality.plane.Autocorrelations;
import lichen.app.quality.plane.Plane;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Repetition: whether the image repeats itself where the photograph does not.
 *
 * <p>The highest peak of the image's autocorrelation off the origin, less that of the photograph. A peak is a shift of at least 4
 * pixels whose correlation is higher than at the eight shifts around it, so that the slope about the origin does not count.
 * Shifts reach to half of the shorter side of either. Range [-1,1]: near 0 is as the photograph, near 1 a pattern of copies.
 */
@Summary("highest autocorrelation peak off the origin, less that of the photograph: repeated pieces")
public record Repetition() implements Measure {
    private static final int LEAST_SHIFT = 4;

    @Override
    public Gauge open() {
        return Repetition::excess;
    }

    @Override
    public Kind kind() {
        return Kind.OTHER;
    }

    private static double excess(Image image, Image photograph) {
        int reach = Math.min(Math.min(image.width(), image.height()), Math.min(photograph.width(), photograph.height()))
                / 2;
        return peak(image, reach) - peak(photograph, reach);
    }

    private static double peak(Image image, int reach) {
        Autocorrelations correlations = Autocorrelations.of(Plane.luminance(image), reach);
        double highest = 0;
        // The other half is the same, turned about the origin.
        for (int dy = 0; dy < reach; dy++) {
            for (int dx = -reach + 1; dx < reach; dx++) {
                boolean far = dx * dx + dy * dy >= LEAST_SHIFT * LEAST_SHIFT;
                if (far && correlations.at(dx, dy) > highest && isPeak(correlations, dx, dy)) {
                    highest = correlations.at(dx, dy);
                }
            }
        }
        return highest;
    }

    private static boolean isPeak(Autocorrelations correlations, int dx, int dy) {
        double height = correlations.at(dx, dy);
        for (int y = dy - 1; y <= dy + 1; y++) {
            for (int x = dx - 1; x <= dx + 1; x++) {
                if ((x != dx || y != dy) && correlations.at(x, y) >= height) {
                    return false;
                }
            }
        }
        return true;
    }
}

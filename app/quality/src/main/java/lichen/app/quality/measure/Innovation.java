package lichen.app.quality.measure;

import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.core.image.Image;
import lichen.core.plugin.Summary;

/**
 * Innovation: how much of the image is not pieces of the target laid side by side.
 *
 * <p>1 - the share of neighbouring pixels, across and down, whose nearest patches of 5 x 5 pixels in the target are displaced alike,
 * within a pixel in both coordinates. Range [0,1]: a copy has 0. Nearest patches are found approximately. Source: "displacement" scores of published comparisons: neural methods
 * .75 to .79, Efros-Leung .25, quilting .085.
 */
@Summary("share of neighbouring pixels that are not displaced alike in the target: 0 is a copy")
public record Innovation() implements Measure {
    @Override
    public Gauge open() {
        return Innovation::of;
    }

    @Override
    public Kind kind() {
        return Kind.COPYING;
    }

    private static double of(Image image, Image target) {
        NearestPatches nearest = NearestPatches.of(image, target);
        int alike = 0;
        int pairs = 0;
        for (int y = 0; y < nearest.height(); y++) {
            for (int x = 0; x < nearest.width(); x++) {
                if (x > 0) {
                    alike += isAlike(nearest, x, y, x - 1, y) ? 1 : 0;
                    pairs++;
                }
                if (y > 0) {
                    alike += isAlike(nearest, x, y, x, y - 1) ? 1 : 0;
                    pairs++;
                }
            }
        }
        return 1 - (double) alike / pairs;
    }

    private static boolean isAlike(NearestPatches nearest, int x1, int y1, int x2, int y2) {
        return Math.abs(nearest.shiftX(x1, y1) - nearest.shiftX(x2, y2)) <= 1
                && Math.abs(nearest.shiftY(x1, y1) - nearest.shiftY(x2, y2)) <= 1;
    }
}

package lichen.app.quality.measure;

import java.util.ArrayDeque;
import java.util.Deque;
import lichen.app.quality.Gauge;
import lichen.app.quality.Kind;
import lichen.app.quality.Measure;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;

/**
 * Verbatim coverage: how much of the image is taken from the target in large pieces.
 *
 * <p>The share of the image's patches of 5 x 5 pixels in connected areas, of more than {@code side}² of them, whose nearest patches
 * in the target are displaced by exactly the same. Range [0,1]: a copy has 1.
 *
 * @param side the side of a square that is as large as the largest area that does not count, in pixels
 */
@Summary("share of the image in large pieces of the target: 1 is a copy")
public record VerbatimCoverage(
        @Default("32") @Summary("side of the largest piece that does not count, in pixels")
        int side) implements Measure {
    /** Checks the side. */
    public VerbatimCoverage {
        Require.atLeast(1, "side", side);
    }

    @Override
    public Gauge open() {
        return this::of;
    }

    @Override
    public Kind kind() {
        return Kind.COPYING;
    }

    private double of(Image image, Image target) {
        NearestPatches nearest = NearestPatches.of(image, target);
        boolean[] seen = new boolean[nearest.width() * nearest.height()];
        long covered = 0;
        for (int patch = 0; patch < seen.length; patch++) {
            if (!seen[patch]) {
                int area = area(nearest, patch, seen);
                covered += area > side * side ? area : 0;
            }
        }
        return (double) covered / seen.length;
    }

    /** The size of the area of one displacement about a patch, which is marked as seen. */
    private static int area(NearestPatches nearest, int first, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(first);
        seen[first] = true;
        int area = 0;
        while (!open.isEmpty()) {
            int patch = open.pop();
            area++;
            int x = patch % nearest.width();
            int y = patch / nearest.width();
            int[][] around = {{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}};
            for (int[] place : around) {
                if (isWithin(nearest, place)
                        && !seen[place[1] * nearest.width() + place[0]]
                        && nearest.shiftX(x, y) == nearest.shiftX(place[0], place[1])
                        && nearest.shiftY(x, y) == nearest.shiftY(place[0], place[1])) {
                    seen[place[1] * nearest.width() + place[0]] = true;
                    open.push(place[1] * nearest.width() + place[0]);
                }
            }
        }
        return area;
    }

    private static boolean isWithin(NearestPatches nearest, int[] place) {
        return place[0] >= 0 && place[1] >= 0 && place[0] < nearest.width() && place[1] < nearest.height();
    }
}

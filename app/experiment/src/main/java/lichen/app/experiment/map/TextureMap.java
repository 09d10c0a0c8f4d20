package lichen.app.experiment.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.embedding.Points;
import lichen.core.check.Require;

/**
 * Patches in a drawing of which both axes have the same scale and all patches lie within; below it the legend.
 *
 * @param side the side of a patch, in pixels of the drawing
 * @param depth the height of the drawing without the legend
 * @param markers the patches in the order to draw them
 * @param legend which colour is which source
 */
record TextureMap(int side, int depth, List<Marker> markers, Legend legend) {
    /** The width of the drawing, and its greatest height without the legend, in pixels. */
    static final int EXTENT = 1600;

    /** What of a square drawing the patches would cover if they did not overlap. */
    private static final double COVER = 0.25;

    private static final int SMALLEST_SIDE = 20;
    private static final int LARGEST_SIDE = 160;
    private static final int LEAST_DEPTH = 600;
    private static final int EDGE = 14;

    /** Copies the list. */
    TextureMap {
        markers = List.copyOf(markers);
    }

    /** The side of each of so many patches: small enough to leave room between them, large enough to be seen. */
    static int sideFor(int count) {
        long side = Math.round(EXTENT * Math.sqrt(COVER / count));
        return (int) Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, side));
    }

    /**
     * Puts patches in their places.
     *
     * @param thumbnails the patches, all of one size
     * @param places where they are, in any scale, the second coordinate upwards: {@code [n,2]}
     */
    static TextureMap of(List<Thumbnail> thumbnails, Points places) {
        Require.that(
                thumbnails.size() == places.count() && places.dimension() == 2,
                "places",
                "must be [" + thumbnails.size() + ", 2], but are [" + places.count() + ", " + places.dimension() + "]");
        int side = thumbnails.get(0).image().width();
        Span across = Span.of(places, 0);
        Span upward = Span.of(places, 1);
        int border = side + 2 * EDGE;
        double longest = Math.max(across.length(), upward.length());
        double scale = longest > 0 ? (EXTENT - border) / longest : 0;
        int depth = Math.max(LEAST_DEPTH, (int) Math.ceil(scale * upward.length()) + border);
        List<String> sources =
                thumbnails.stream().map(Thumbnail::source).distinct().sorted().toList();
        Map<String, Integer> colours = SourceColours.of(sources);
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < places.count(); i++) {
            Thumbnail thumbnail = thumbnails.get(i);
            double x = EXTENT / 2.0 + scale * (places.at(i, 0) - across.middle());
            double y = depth / 2.0 - scale * (places.at(i, 1) - upward.middle());
            int colour = colours.getOrDefault(thumbnail.source(), 0);
            markers.add(new Marker(thumbnail, (int) Math.round(x), (int) Math.round(y), colour));
        }
        return new TextureMap(side, depth, markers, Legend.of(thumbnails, colours));
    }

    /** The thickness of a frame. */
    int frame() {
        return Math.max(2, Math.round(side / 20f));
    }

    /** The height of the drawing, the legend included. */
    int height() {
        return depth + legend.height();
    }

    /** From the least to the greatest coordinate. */
    private record Span(double low, double high) {
        static Span of(Points places, int axis) {
            double low = places.at(0, axis);
            double high = low;
            for (int i = 1; i < places.count(); i++) {
                low = Math.min(low, places.at(i, axis));
                high = Math.max(high, places.at(i, axis));
            }
            return new Span(low, high);
        }

        double length() {
            return high - low;
        }

        double middle() {
            return (low + high) / 2;
        }
    }
}

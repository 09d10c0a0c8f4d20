package lichen.app.experiment.map;

import java.awt.Color;
import lichen.app.experiment.drawing.Canvas;
import lichen.core.image.Image;
import lichen.core.image.Size;

/** A map as a picture: the patches on white, each in a frame of its source's colour. */
final class MapPicture {
    private MapPicture() {}

    /** Draws a map; the same map gives the same pixels on the same machine, whose fonts it uses. */
    static Image of(TextureMap map) {
        try (Canvas canvas = new Canvas(TextureMap.EXTENT, map.height())) {
            map.markers().forEach(marker -> draw(canvas, marker, map));
            map.legend().entries().forEach(entry -> draw(canvas, entry, map.depth()));
            return canvas.toImage();
        }
    }

    private static void draw(Canvas canvas, Marker marker, TextureMap map) {
        int left = marker.x() - map.side() / 2;
        int top = marker.y() - map.side() / 2;
        int frame = map.frame();
        // A thin white line keeps frames of the same colour apart where patches overlap.
        square(canvas, left - frame - 1, top - frame - 1, map.side() + 2 * frame + 2, Color.WHITE);
        square(canvas, left - frame, top - frame, map.side() + 2 * frame, new Color(marker.colour()));
        canvas.image(marker.thumbnail().image(), left, top, new Size(map.side(), map.side()));
    }

    private static void draw(Canvas canvas, Legend.Entry entry, int top) {
        square(canvas, entry.x(), top + entry.y(), Legend.SWATCH, new Color(entry.colour()));
        canvas.wordsFrom(
                entry.text(), entry.textX(), top + entry.y() + Legend.SWATCH / 2, Legend.LETTERS, Legend.LONGEST);
    }

    private static void square(Canvas canvas, int x, int y, int side, Color colour) {
        canvas.fill(x, y, new Size(side, side), colour);
    }
}

package lichen.app.experiment.map;

import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;

/**
 * A map as SVG, the patches in it as PNG. Viewers show the name of a patch where the pointer rests on it; in a report the
 * script of {@link MapViewer} moves what has the class {@code map-marker}.
 */
final class MapSvg {
    private final TextureMap map;
    private final ImageCodec images;
    private final StringBuilder text = new StringBuilder();

    private MapSvg(TextureMap map, ImageCodec images) {
        this.map = map;
        this.images = images;
    }

    /** Writes a map: one {@code svg} element, well-formed XML, self-contained. */
    static String of(TextureMap map, ImageCodec images) throws IOException {
        return new MapSvg(map, images).write();
    }

    private String write() throws IOException {
        int extent = TextureMap.EXTENT;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 %d %d\">", extent, map.height());
        line("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", extent, map.height());
        // Of its own size, so that what the script moves out of it is not seen over the legend.
        line("<svg class=\"map-pane\" width=\"%d\" height=\"%d\">", extent, map.depth());
        for (Marker marker : map.markers()) {
            write(marker);
        }
        line("</svg>");
        map.legend().entries().forEach(this::write);
        line("</svg>");
        return text.toString();
    }

    private void write(Marker marker) throws IOException {
        Thumbnail thumbnail = marker.thumbnail();
        int half = map.side() / 2;
        int frame = map.frame();
        int outer = map.side() + 2 * frame;
        line(
                "<g class=\"map-marker\" data-x=\"%d\" data-y=\"%d\" transform=\"translate(%d %d)\">",
                marker.x(), marker.y(), marker.x(), marker.y());
        line("<title>%s, from %s</title>", escaped(thumbnail.name()), escaped(thumbnail.source()));
        line(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#ffffff\"/>",
                -half - frame, -half - frame, outer, outer, colour(marker.colour()));
        line(
                "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" href=\"data:image/png;base64,%s\"/>",
                -half,
                -half,
                map.side(),
                map.side(),
                Base64.getEncoder().encodeToString(images.png(thumbnail.image(), Depth.EIGHT_BITS)));
        line("</g>");
    }

    private void write(Legend.Entry entry) {
        line(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>",
                entry.x(), map.depth() + entry.y(), Legend.SWATCH, Legend.SWATCH, colour(entry.colour()));
        line(
                "<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\" font-size=\"%d\" fill=\"#1d2420\">%s</text>",
                entry.textX(), map.depth() + entry.textY(), Legend.LETTERS, escaped(entry.text()));
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    private static String colour(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    private static String escaped(String name) {
        return name.replaceAll("\\p{Cntrl}", "?")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package lichen.app.experiment.map;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A map as a part of a report, that zooms, pans, and tells the name of a patch: the SVG with a style and a script beside it.
 * Without the script, the drawing and the names are still there.
 */
final class MapViewer {
    private MapViewer() {}

    /** Well-formed, self-contained HTML around an SVG of {@link MapSvg}. */
    static String of(String svg) throws IOException {
        return resource("viewer.html")
                .replace("<!-- style -->", "<style>\n" + resource("viewer.css") + "</style>")
                .replace("<!-- script -->", "<script>\n//<![CDATA[\n" + resource("viewer.js") + "//]]>\n</script>")
                .replace("<!-- map -->", svg);
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(MapViewer.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

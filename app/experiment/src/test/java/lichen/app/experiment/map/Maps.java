package lichen.app.experiment.map;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lichen.app.experiment.bundled.Wiring;
import lichen.app.experiment.embedding.Points;
import lichen.core.image.Image;
import lichen.io.image.Depth;
import lichen.io.image.ImageCodec;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Small maps for the tests. */
final class Maps {
    static final ImageCodec CODEC = Wiring.injector().getInstance(ImageCodec.class);

    private Maps() {}

    /** A patch of one grey. */
    static Thumbnail grey(String name, String source, int side, int level) {
        float[] rgb = new float[side * side * Image.CHANNELS];
        Arrays.fill(rgb, level / 255f);
        return new Thumbnail(name, source, Image.of(side, side, rgb));
    }

    /** Paints a square photograph no two parts of which are alike. */
    static void paint(Path file, int side) throws IOException {
        float[] rgb = new float[side * side * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i * 7919 % 251 / 251f;
        }
        CODEC.writePng(Image.of(side, side, rgb), file, Depth.EIGHT_BITS);
    }

    /** Patches of 20 pixels at places, the first of them moss and the others gravel, ever brighter. */
    static TextureMap of(double... places) {
        int count = places.length / 2;
        List<Thumbnail> thumbnails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            thumbnails.add(grey("patch-" + i, i == 0 ? "moss" : "gravel", 20, 10 * (i + 1)));
        }
        return TextureMap.of(thumbnails, Points.of(count, 2, places));
    }

    /** Reads XML; fails if it is not well-formed. */
    static Document parse(String xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError(e);
        }
    }
}

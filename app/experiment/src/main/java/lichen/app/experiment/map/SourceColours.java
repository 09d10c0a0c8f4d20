package lichen.app.experiment.map;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A colour for each source: the hues shared out evenly, bright and dark in turn, so that neighbours differ in both. */
final class SourceColours {
    private static final float SATURATION = 0.85f;
    private static final float BRIGHT = 0.9f;
    private static final float DARK = 0.6f;

    private SourceColours() {}

    /** Colours, 0xRRGGBB, of names; in their order. */
    static Map<String, Integer> of(List<String> names) {
        Map<String, Integer> colours = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int rgb = Color.HSBtoRGB((float) i / names.size(), SATURATION, i % 2 == 0 ? BRIGHT : DARK);
            colours.put(names.get(i), rgb & 0xffffff);
        }
        return colours;
    }
}

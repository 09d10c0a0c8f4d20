package lichen.app.experiment.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which colour is which source, in rows below the drawing.
 *
 * @param entries in the order of reading
 */
record Legend(List<Entry> entries) {
    /** The size of the letters, in pixels of the drawing. */
    static final int LETTERS = 26;

    /** The side of the square that shows a colour. */
    static final int SWATCH = 26;

    private static final int COLUMNS = 5;
    private static final int ROW = 46;
    private static final int MARGIN = 24;
    private static final int MOST_ENTRIES = 60;

    /** The greatest width of a text, in pixels. */
    static final int LONGEST = (TextureMap.EXTENT - 2 * MARGIN) / COLUMNS - SWATCH - 20;

    /** Longer names are cut in the middle: their beginning and their end tell most. */
    private static final int LONGEST_NAME = 17;

    /** Copies the list. */
    Legend {
        entries = List.copyOf(entries);
    }

    /**
     * A colour and what it stands for.
     *
     * @param text the name of the source and how many patches are of it
     * @param colour 0xRRGGBB; the paper's own where the text stands for several sources
     * @param x the left of its square, in pixels of the drawing
     * @param y the top of its square, below the drawing
     */
    record Entry(String text, int colour, int x, int y) {
        /** Where the text begins. */
        int textX() {
            return x + SWATCH + 12;
        }

        /** The line that the text stands on. */
        int textY() {
            return y + SWATCH - 4;
        }
    }

    static Legend of(List<Thumbnail> thumbnails, Map<String, Integer> colours) {
        List<Entry> entries = new ArrayList<>();
        colours.forEach((source, colour) -> {
            long count = thumbnails.stream()
                    .filter(thumbnail -> thumbnail.source().equals(source))
                    .count();
            if (entries.size() < MOST_ENTRIES) {
                entries.add(entry(shortened(source) + " (" + count + ")", colour, entries.size()));
            }
        });
        if (colours.size() > entries.size()) {
            entries.add(entry("and " + (colours.size() - entries.size()) + " more", 0xffffff, entries.size()));
        }
        return new Legend(entries);
    }

    /** The height of all rows. */
    int height() {
        int rows = (entries.size() + COLUMNS - 1) / COLUMNS;
        return rows * ROW + MARGIN;
    }

    private static Entry entry(String text, int colour, int index) {
        int column = (TextureMap.EXTENT - 2 * MARGIN) / COLUMNS;
        return new Entry(text, colour, MARGIN + index % COLUMNS * column, MARGIN / 2 + index / COLUMNS * ROW);
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int half = LONGEST_NAME / 2;
        return name.substring(0, half) + "…" + name.substring(name.length() - half);
    }
}

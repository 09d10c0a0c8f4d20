package lichen.io.webp;

/**
 * How the edges of blocks are smoothed (RFC 6386, sections 9.6 and 15.1).
 *
 * @param simple whether only luma is, by a shorter filter
 * @param level how strongly, 0 to 63; 0 is not at all
 * @param sharpness how much of the contrast is spared, 0 to 7
 * @param change what is added to the level
 * @param changeInBlocks what is added besides where blocks are predicted one by one
 */
record FilterSettings(boolean simple, int level, int sharpness, int change, int changeInBlocks) {
    private static final int MOST = 63;

    /** Reads the settings; a key frame uses the first of the changes alone, as the others are of other frames. */
    static FilterSettings read(BoolDecoder in) {
        boolean simple = in.flag();
        int level = in.number(6);
        int sharpness = in.number(3);
        int[] changes = new int[8];
        boolean isChanged = in.flag();
        if (isChanged && in.flag()) {
            for (int i = 0; i < changes.length; i++) {
                changes[i] = in.optional(6);
            }
        }
        return new FilterSettings(simple, level, sharpness, changes[0], changes[4]);
    }

    /** The level of a macroblock. */
    int level(Segments segments, int segment, boolean inBlocks) {
        int changed = segments.setting(segments.filters(), segment, level) + change + (inBlocks ? changeInBlocks : 0);
        return Math.max(0, Math.min(MOST, changed));
    }

    /** The largest difference beside an edge that is smoothed. */
    int interior(int ofLevel) {
        int interior = ofLevel;
        if (sharpness > 0) {
            interior = Math.min(ofLevel >> (sharpness > 4 ? 2 : 1), 9 - sharpness);
        }
        return Math.max(1, interior);
    }
}

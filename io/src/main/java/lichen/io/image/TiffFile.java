package lichen.io.image;

import java.nio.ByteBuffer;
import java.util.Set;

/**
 * What a TIFF file says of its first page, of which decoders take no notice.
 *
 * @param orientation which way up it is, 1 to 8 as in EXIF
 * @param associated whether its colours are multiplied by their opacity already
 */
record TiffFile(int orientation, boolean associated) {
    private static final int NEW_SUBFILE_TYPE = 254;
    private static final int BITS_PER_SAMPLE = 258;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int EXTRA_SAMPLES = 338;
    private static final int SAMPLE_FORMAT = 339;
    private static final int DNG_VERSION = 50_706;

    private static final int REDUCED = 1;
    private static final int ASSOCIATED = 1;
    private static final int UNSIGNED = 1;
    private static final int SIGNED = 2;

    /** Where Canon's raw files have a mark of their own. */
    private static final int CANON = 8;

    /** The mosaic of a sensor, and its colours before development. */
    private static final Set<Integer> OF_A_SENSOR = Set.of(32_803, 34_892);

    /** How Nikon, Sony, Pentax and others pack the numbers of a sensor. */
    private static final Set<Integer> PACKED_BY_A_CAMERA = Set.of(32_767, 32_769, 34_713, 65_535);

    /**
     * Looks at the first page.
     *
     * @param file what to call the file in messages
     * @throws ImageFileException if it is not the picture itself, or its numbers are of a kind that is not read
     */
    static TiffFile parse(String file, byte[] bytes) throws ImageFileException {
        TiffDirectory page = TiffDirectory.of(ByteBuffer.wrap(bytes));
        requirePicture(file, bytes, page);
        int format = page.number(SAMPLE_FORMAT, UNSIGNED);
        int bits = page.number(BITS_PER_SAMPLE, 1);
        if (format == SIGNED || format == UNSIGNED && bits > 16) {
            throw new ImageFileException(
                    file,
                    "has whole numbers of " + bits + " bits with" + (format == SIGNED ? "" : "out")
                            + " sign, which are not supported: save it with 8 or 16 bits without sign a channel");
        }
        return new TiffFile(Exif.orientation(ByteBuffer.wrap(bytes)), page.number(EXTRA_SAMPLES, 0) == ASSOCIATED);
    }

    private static void requirePicture(String file, byte[] bytes, TiffDirectory page) throws ImageFileException {
        boolean isReduced = (page.number(NEW_SUBFILE_TYPE, 0) & REDUCED) != 0;
        if (isReduced) {
            throw new ImageFileException(
                    file,
                    "its first page is a reduced copy of the picture, as in the raw files of cameras: develop the raw"
                            + " file, or save the page that you mean, as PNG or TIFF");
        }
        boolean isRaw = ForeignFormat.hasMark(bytes, CANON, "CR")
                || page.has(DNG_VERSION)
                || OF_A_SENSOR.contains(page.number(PHOTOMETRIC, 0))
                || PACKED_BY_A_CAMERA.contains(page.number(COMPRESSION, 1));
        if (isRaw) {
            throw new ImageFileException(file, "the raw file of a camera: develop it, and save it as PNG or TIFF");
        }
    }
}

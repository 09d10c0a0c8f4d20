package lichen.io.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A kind of file that is not read, so that a message can say what was given.
 *
 * @param words what it is
 * @param offset where its mark stands
 * @param mark its mark, a character for each byte
 */
record ForeignFormat(String words, int offset, String mark) {
    private static final String CAMERA = "the raw file of a camera";

    /** In the order in which they are tried: what is more particular comes first. */
    private static final List<ForeignFormat> KNOWN = List.of(
            new ForeignFormat("a GIF image", 0, "GIF8"),
            new ForeignFormat("an AVIF image", 4, "ftypavif"),
            new ForeignFormat("an AVIF sequence", 4, "ftypavis"),
            new ForeignFormat("a HEIF image", 4, "ftyphe"),
            new ForeignFormat("a HEIF image", 4, "ftypmif1"),
            new ForeignFormat("a HEIF sequence", 4, "ftypmsf1"),
            new ForeignFormat(CAMERA + " (CR3)", 4, "ftypcrx"),
            new ForeignFormat("a video", 4, "ftyp"),
            new ForeignFormat(CAMERA + " (RAF)", 0, "FUJIFILMCCD-RAW"),
            new ForeignFormat(CAMERA + " (ORF)", 0, "IIRO"),
            new ForeignFormat(CAMERA + " (ORF)", 0, "IIRS"),
            new ForeignFormat(CAMERA + " (RW2)", 0, "IIU\0"),
            new ForeignFormat(CAMERA + " (X3F)", 0, "FOVb"),
            new ForeignFormat(CAMERA + " (MRW)", 0, "\0MRM"),
            new ForeignFormat("a BigTIFF image", 0, "II+\0"),
            new ForeignFormat("a BigTIFF image", 0, "MM\0+"),
            new ForeignFormat("a JPEG XL image", 0, "\0\0\0\fJXL "),
            new ForeignFormat("a JPEG XL image", 0, "\u00ff\n"),
            new ForeignFormat("a JPEG 2000 image", 0, "\0\0\0\fjP  "),
            new ForeignFormat("a JPEG 2000 image", 0, "\u00ffO\u00ffQ"),
            new ForeignFormat("a JPEG XR image", 0, "II\u00bc"),
            new ForeignFormat("a DDS texture", 0, "DDS "),
            new ForeignFormat("a KTX texture", 0, "\u00abKTX"),
            new ForeignFormat("an OpenEXR image", 0, "v/1\u0001"),
            new ForeignFormat("a Radiance HDR image", 0, "#?"),
            new ForeignFormat("a QOI image", 0, "qoif"),
            new ForeignFormat("a Photoshop document", 0, "8BPS"),
            new ForeignFormat("a GIMP document", 0, "gimp xcf"),
            new ForeignFormat("a BMP image", 0, "BM"),
            new ForeignFormat("an icon", 0, "\0\0\u0001\0"),
            new ForeignFormat("a PDF document", 0, "%PDF"),
            new ForeignFormat("a PostScript document", 0, "%!PS"),
            new ForeignFormat("an SVG drawing", 0, "<svg"));

    private static final int TGA_HEADER = 18;
    private static final String TGA_FOOTER = "TRUEVISION-XFILE.\0";

    /** What a file is, if it is known by its mark. */
    static Optional<String> describe(byte[] file) {
        Optional<String> known = KNOWN.stream()
                .filter(format -> hasMark(file, format.offset(), format.mark()))
                .map(ForeignFormat::words)
                .findFirst();
        return known.or(() -> netpbm(file)).or(() -> targa(file));
    }

    /** Whether the bytes of a mark stand in a file. */
    static boolean hasMark(byte[] file, int offset, String mark) {
        byte[] expected = mark.getBytes(StandardCharsets.ISO_8859_1);
        int end = offset + expected.length;
        return offset >= 0 && end <= file.length && Arrays.equals(expected, Arrays.copyOfRange(file, offset, end));
    }

    /** P and a digit or an F, and then white space. */
    private static Optional<String> netpbm(byte[] file) {
        if (file.length < 3 || file[0] != 'P' || !Character.isWhitespace(file[2])) {
            return Optional.empty();
        }
        return switch (file[1]) {
            case '1', '4' -> Optional.of("a PBM image");
            case '2', '5' -> Optional.of("a PGM image");
            case '3', '6' -> Optional.of("a PPM image");
            case '7' -> Optional.of("a PAM image");
            case 'F', 'f' -> Optional.of("a PFM image");
            default -> Optional.empty();
        };
    }

    /** The footer of new files; the header of old ones has no mark, but few values that make sense. */
    private static Optional<String> targa(byte[] file) {
        boolean isNew = hasMark(file, file.length - TGA_FOOTER.length(), TGA_FOOTER);
        boolean isOld = file.length > TGA_HEADER
                && (file[1] == 0 && (file[2] & ~8) > 1 && (file[2] & ~8) < 4 || file[1] == 1 && (file[2] & ~8) == 1)
                && (file[12] != 0 || file[13] != 0)
                && (file[14] != 0 || file[15] != 0)
                && (file[16] == 8 || file[16] == 16 || file[16] == 24 || file[16] == 32)
                && (file[17] & 0xc0) == 0;
        return isNew || isOld ? Optional.of("a TGA image") : Optional.empty();
    }
}

package lichen.io.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/**
 * A PNG file taken apart into its chunks: what the pixels need, which way up they are, and the colour profile.
 *
 * <p>The decoder of the JDK would unpack compressed text chunks without a limit, and pass over a wrong checksum; it is
 * given only the chunks that it needs, each checked.
 *
 * @param pixels the file without its ancillary chunks
 * @param orientation which way up it is, 1 to 8 as in EXIF: from the EXIF block, or else the first text that tells it
 * @param profile the ICC profile, or nothing
 */
record PngFile(byte[] pixels, int orientation, Optional<byte[]> profile) {
    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final int LARGEST_PROFILE = 16 << 20;
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "IDAT", "tRNS", "IEND");
    private static final Set<String> TEXTS = Set.of("tEXt", "zTXt", "iTXt");

    /** Takes a file apart. */
    static PngFile parse(String file, byte[] bytes) throws ImageFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        ByteArrayOutputStream pixels = new ByteArrayOutputStream(bytes.length);
        pixels.write(bytes, 0, SIGNATURE);
        in.position(SIGNATURE);
        OptionalInt exif = OptionalInt.empty();
        OptionalInt text = OptionalInt.empty();
        Optional<byte[]> profile = Optional.empty();
        boolean plainSrgb = false;
        String type = "";
        while (!type.equals("IEND")) {
            int start = in.position();
            int length = in.remaining() < FRAME ? -1 : in.getInt();
            if (length < 0 || length > in.remaining() - (FRAME - Integer.BYTES)) {
                throw new ImageFileException(
                        file, "the PNG ends early, after " + bytes.length + " bytes: get it again");
            }
            type = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
            byte[] content = new byte[length];
            in.position(start + 8).get(content);
            requireChecksum(file, type, bytes, start, in.getInt());
            if (type.equals("IHDR")) {
                requireExtents(file, ByteBuffer.wrap(content));
            }
            if (NEEDED.contains(type)) {
                pixels.write(bytes, start, FRAME + length);
            } else if (type.equals("eXIf")) {
                exif = OptionalInt.of(Exif.orientation(ByteBuffer.wrap(content)));
            } else if (TEXTS.contains(type) && text.isEmpty()) {
                text = PngOrientation.orientation(type, content);
            } else if (type.equals("iCCP")) {
                profile = inflateProfile(content);
            }
            plainSrgb |= type.equals("sRGB");
        }
        int orientation = exif.orElse(text.orElse(Exif.UPRIGHT));
        return new PngFile(pixels.toByteArray(), orientation, plainSrgb ? Optional.empty() : profile);
    }

    private static void requireExtents(String file, ByteBuffer header) throws ImageFileException {
        if (header.remaining() < 2 * Integer.BYTES) {
            throw new ImageFileException(file, "the PNG has a damaged header: get it again");
        }
        Limits.requireExtents(file, Integer.toUnsignedLong(header.getInt()), Integer.toUnsignedLong(header.getInt()));
    }

    private static void requireChecksum(String file, String type, byte[] bytes, int start, int expected)
            throws ImageFileException {
        int length = ByteBuffer.wrap(bytes, start, 4).getInt();
        CRC32 checksum = new CRC32();
        checksum.update(bytes, start + 4, 4 + length);
        if ((int) checksum.getValue() != expected) {
            throw new ImageFileException(file, "the PNG is damaged in its chunk " + printable(type) + ": get it again");
        }
    }

    private static String printable(String type) {
        return type.matches("[A-Za-z]{4}") ? type : "without a name";
    }

    /** A profile that cannot be unpacked is as good as none. */
    private static Optional<byte[]> inflateProfile(byte[] content) {
        int nameEnd = 0;
        while (nameEnd < content.length && content[nameEnd] != 0) {
            nameEnd++;
        }
        int start = Math.min(nameEnd + 2, content.length);
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(content, start, content.length - start))) {
            byte[] profile = in.readNBytes(LARGEST_PROFILE + 1);
            return profile.length > LARGEST_PROFILE ? Optional.empty() : Optional.of(profile);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

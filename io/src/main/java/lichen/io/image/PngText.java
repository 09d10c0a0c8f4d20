package lichen.io.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import lichen.core.check.Require;

/**
 * A line that a PNG carries beside its pixels, in a chunk {@code tEXt}.
 *
 * @param keyword what it tells of; 1 to 79 letters and hyphens
 * @param text Latin-1
 */
public record PngText(String keyword, String text) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] TYPE = "tEXt".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEADER = 25;
    private static final int FRAME = 12;

    /** So long a text is not one of ours. */
    private static final int LONGEST = 1 << 16;

    /** Checks the keyword. */
    public PngText {
        Require.that(keyword.matches("[A-Za-z-]{1,79}"), "keyword", "must be letters, but is " + keyword);
    }

    /** The bytes of a PNG with the line behind its header. */
    byte[] into(byte[] png) {
        byte[] content = (keyword + '\0' + text).getBytes(StandardCharsets.ISO_8859_1);
        byte[] chunk = ByteBuffer.allocate(TYPE.length + content.length)
                .put(TYPE)
                .put(content)
                .array();
        CRC32 checksum = new CRC32();
        checksum.update(chunk);
        int start = SIGNATURE.length + HEADER;
        return ByteBuffer.allocate(png.length + FRAME + content.length)
                .put(png, 0, start)
                .putInt(content.length)
                .put(chunk)
                .putInt((int) checksum.getValue())
                .put(png, start, png.length - start)
                .array();
    }

    /**
     * The line of a file that has this keyword; none where the file is no PNG, or one without it.
     *
     * @throws IOException if the file cannot be read
     */
    public static Optional<PngText> read(Path file, String keyword) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
                return Optional.empty();
            }
            return read(in, (keyword + '\0').getBytes(StandardCharsets.ISO_8859_1))
                    .map(text -> new PngText(keyword, text));
        }
    }

    private static Optional<String> read(InputStream in, byte[] begin) throws IOException {
        byte[] head = in.readNBytes(2 * Integer.BYTES);
        while (head.length == 2 * Integer.BYTES) {
            int length = ByteBuffer.wrap(head).getInt();
            boolean isText = Arrays.equals(Arrays.copyOfRange(head, Integer.BYTES, head.length), TYPE);
            if (isText && length >= begin.length && length <= LONGEST) {
                byte[] content = in.readNBytes(length);
                boolean isWhole = content.length == length;
                if (isWhole && Arrays.equals(Arrays.copyOf(content, begin.length), begin)) {
                    return Optional.of(new String(
                            content, begin.length, content.length - begin.length, StandardCharsets.ISO_8859_1));
                }
            } else {
                in.skip(Integer.toUnsignedLong(length));
            }
            in.skip(Integer.BYTES);
            head = in.readNBytes(2 * Integer.BYTES);
        }
        return Optional.empty();
    }
}

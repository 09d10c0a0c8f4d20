package lichen.io.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A WebP file taken apart into its chunks (RFC 9649, section 2.7): is it whole, and of a kind that is decoded rightly.
 *
 * @param exif the EXIF block, or nothing
 * @param frame the lossy picture; nothing where it is without loss
 * @param end where the file ends, as it declares; what comes after belongs to something else
 */
record WebpFile(ByteBuffer exif, ByteBuffer frame, int end) {
    private static final int HEADER = 12;
    private static final int FRAME = 8;
    private static final int ANIMATED = 0x02;
    private static final int COMPRESSED = 0x03;

    /**
     * Takes a file apart.
     *
     * @param file what to call the file in messages
     * @throws ImageFileException if it ends before its declared end, or is of another kind
     */
    static WebpFile parse(String file, byte[] bytes) throws ImageFileException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long declared = FRAME + Integer.toUnsignedLong(in.getInt(4));
        if (declared > bytes.length) {
            throw new ImageFileException(
                    file, "the WebP ends early, after " + bytes.length + " of " + declared + " bytes: get it again");
        }
        ByteBuffer exif = ByteBuffer.allocate(0);
        ByteBuffer frame = ByteBuffer.allocate(0);
        int end = (int) declared;
        int start = HEADER;
        while (start + FRAME <= end) {
            String type = new String(bytes, start, 4, StandardCharsets.ISO_8859_1);
            long length = Integer.toUnsignedLong(in.getInt(start + 4));
            if (start + FRAME + length > end) {
                throw new ImageFileException(
                        file, "the WebP ends early, in its chunk " + type.strip() + ": get it again");
            }
            ByteBuffer content = in.slice(start + FRAME, (int) length);
            requireDecodable(file, type, content);
            if (type.equals("EXIF")) {
                exif = content;
            } else if (type.equals("VP8 ")) {
                frame = content;
            }
            start += FRAME + (int) (length + (length & 1));
        }
        return new WebpFile(exif, frame, end);
    }

    private static void requireDecodable(String file, String type, ByteBuffer content) throws ImageFileException {
        int flags = content.hasRemaining() ? content.get(0) : 0;
        if (type.equals("VP8X") && (flags & ANIMATED) != 0 || type.equals("ANIM")) {
            throw new ImageFileException(
                    file, "an animated WebP, which is no photograph: save one picture of it as PNG");
        }
        if (type.equals("ALPH") && (flags & COMPRESSED) == 0) {
            throw new ImageFileException(
                    file, "a WebP with uncompressed transparency, which is not supported: save it as PNG");
        }
    }
}

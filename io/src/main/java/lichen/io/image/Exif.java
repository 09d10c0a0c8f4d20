package lichen.io.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Which way up a photograph is, from the EXIF block of its file (Exif 2.32, section 4.6.4, tag 0x0112). */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int UPRIGHT = 1;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private Exif() {}

    /**
     * The orientation that a file declares.
     *
     * @return 1 to 8; 1, upright, where there is no such tag or it cannot be read
     */
    static int orientation(ImageFormat format, byte[] file) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(file);
            return switch (format) {
                case JPEG -> ofBlock(inJpeg(bytes));
                case WEBP -> ofBlock(inWebp(bytes));
                case TIFF, PNG -> ofBlock(bytes);
            };
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    /** Reads the first directory of a block in TIFF form; an empty block is upright. */
    private static int ofBlock(ByteBuffer block) {
        if (!block.hasRemaining()) {
            return UPRIGHT;
        }
        ByteBuffer tiff = block.slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(4));
        int entries = Short.toUnsignedInt(tiff.getShort());
        for (int i = 0; i < entries; i++) {
            int tag = Short.toUnsignedInt(tiff.getShort());
            int type = tiff.getShort();
            tiff.getInt();
            int value = Short.toUnsignedInt(tiff.getShort());
            tiff.getShort();
            if (tag == ORIENTATION) {
                return type == SHORT && value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static ByteBuffer inJpeg(ByteBuffer file) {
        file.position(2);
        while (file.remaining() > 4) {
            int marker = Short.toUnsignedInt(file.getShort());
            int length = Short.toUnsignedInt(file.getShort()) - 2;
            if (marker >> 8 != 0xff || (marker & 0xff) == START_OF_SCAN) {
                break;
            }
            ByteBuffer segment = file.slice(file.position(), length);
            if ((marker & 0xff) == APP1 && startsWithName(segment)) {
                return segment.position(NAME.length);
            }
            file.position(file.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static ByteBuffer inWebp(ByteBuffer file) {
        file.order(ByteOrder.LITTLE_ENDIAN).position(12);
        while (file.remaining() > 8) {
            String type = StandardCharsets.ISO_8859_1
                    .decode(file.slice(file.position(), 4))
                    .toString();
            int length = file.position(file.position() + 4).getInt();
            if (type.equals("EXIF")) {
                ByteBuffer chunk = file.slice(file.position(), length);
                return startsWithName(chunk) ? chunk.position(NAME.length) : chunk;
            }
            file.position(file.position() + length + (length & 1));
        }
        return ByteBuffer.allocate(0);
    }

    private static boolean startsWithName(ByteBuffer block) {
        return block.remaining() >= NAME.length
                && block.slice(block.position(), NAME.length).equals(ByteBuffer.wrap(NAME));
    }
}

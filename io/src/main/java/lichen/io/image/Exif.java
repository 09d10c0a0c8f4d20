package lichen.io.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Which way up a photograph is, from the EXIF block of its file (Exif 2.32, section 4.6.4, tag 0x0112). */
final class Exif {
    /** As it stands in the file. */
    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x0112;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private Exif() {}

    /**
     * The orientation that a block in TIFF form declares, with or without its name before it.
     *
     * @return 1 to 8; 1, upright, where there is no such tag or it cannot be read
     */
    static int orientation(ByteBuffer block) {
        ByteBuffer tiff = startsWithName(block) ? block.slice(NAME.length, block.limit() - NAME.length) : block;
        return valid(TiffDirectory.of(tiff).number(ORIENTATION, UPRIGHT));
    }

    /** An orientation; what is none is upright. */
    static int valid(int orientation) {
        return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
    }

    /** The orientation that a JPEG file declares. */
    static int ofJpeg(byte[] file) {
        try {
            return orientation(inJpeg(ByteBuffer.wrap(file)));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
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
                return segment;
            }
            file.position(file.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    private static boolean startsWithName(ByteBuffer block) {
        return block.limit() >= NAME.length && block.slice(0, NAME.length).equals(ByteBuffer.wrap(NAME));
    }
}

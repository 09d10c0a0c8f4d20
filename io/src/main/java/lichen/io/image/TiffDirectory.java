package lichen.io.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The first directory of a TIFF file, or of an EXIF block, which has the same form: the numbers in it (TIFF 6.0, section 2). */
final class TiffDirectory {
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final Map<Integer, Integer> numbers;

    private TiffDirectory(Map<Integer, Integer> numbers) {
        this.numbers = numbers;
    }

    /** Reads a directory; where it is damaged, it has what stands before the damage. */
    static TiffDirectory of(ByteBuffer block) {
        Map<Integer, Integer> numbers = new HashMap<>();
        try {
            ByteBuffer tiff = block.slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            tiff.position(tiff.getInt(4));
            int entries = Short.toUnsignedInt(tiff.getShort());
            for (int i = 0; i < entries; i++) {
                int start = tiff.position();
                number(tiff)
                        .ifPresent(number -> numbers.putIfAbsent(Short.toUnsignedInt(tiff.getShort(start)), number));
                tiff.position(start + 12);
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return new TiffDirectory(numbers);
        }
        return new TiffDirectory(numbers);
    }

    /** The first of an entry's whole numbers. */
    private static OptionalInt number(ByteBuffer tiff) {
        int start = tiff.position();
        int type = tiff.getShort(start + 2);
        int count = tiff.getInt(start + 4);
        return switch (type) {
            case BYTE -> OptionalInt.of(Byte.toUnsignedInt(tiff.get(count <= 4 ? start + 8 : tiff.getInt(start + 8))));
            case SHORT ->
                OptionalInt.of(Short.toUnsignedInt(tiff.getShort(count <= 2 ? start + 8 : tiff.getInt(start + 8))));
            case LONG -> OptionalInt.of(tiff.getInt(count <= 1 ? start + 8 : tiff.getInt(start + 8)));
            default -> OptionalInt.empty();
        };
    }

    /** Whether there is such an entry, whatever it holds. */
    boolean has(int tag) {
        return numbers.containsKey(tag);
    }

    /** The first number of an entry, or another if there is none. */
    int number(int tag, int otherwise) {
        return numbers.getOrDefault(tag, otherwise);
    }
}

package lichen.io.webp;

/** Bits whose probabilities are known, out of bytes that hold them packed (RFC 6386, section 7). After the end come zeros. */
final class BoolDecoder {
    private static final int EVEN = 128;

    private final byte[] bytes;
    private final int end;
    private int next;
    private int value;
    private int range = 255;
    private int shifted;

    BoolDecoder(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.end = Math.min(end, bytes.length);
        next = start;
        value = nextByte() << 8;
        value |= nextByte();
    }

    /** A bit that is 0 with a probability of so many 256ths. */
    int bit(int probability) {
        int split = 1 + ((range - 1) * probability >> 8);
        int bit = value >= split << 8 ? 1 : 0;
        if (bit == 1) {
            range -= split;
            value -= split << 8;
        } else {
            range = split;
        }
        while (range < 128) {
            value <<= 1;
            range <<= 1;
            shifted++;
            if (shifted == 8) {
                shifted = 0;
                value |= nextByte();
            }
        }
        return bit;
    }

    /** Whether a bit that is as often 0 as 1 is set. */
    boolean flag() {
        return bit(EVEN) == 1;
    }

    /** A number of so many bits, the highest first. */
    int number(int bits) {
        int number = 0;
        for (int i = 0; i < bits; i++) {
            number = 2 * number + bit(EVEN);
        }
        return number;
    }

    /** A number and its sign. */
    int signed(int bits) {
        int number = number(bits);
        return flag() ? -number : number;
    }

    /** A number with a sign, or 0 where a flag says that there is none. */
    int optional(int bits) {
        return flag() ? signed(bits) : 0;
    }

    private int nextByte() {
        return next < end ? Byte.toUnsignedInt(bytes[next++]) : 0;
    }
}

package lichen.io.webp;

import java.io.IOException;

/**
 * What a key frame says of all its macroblocks (RFC 6386, sections 9.1 to 9.11).
 *
 * @param width in pixels
 * @param height in pixels
 * @param segments the settings of up to four kinds of macroblocks
 * @param filter how the edges of blocks are smoothed
 * @param probabilities of coefficients: {@code [plane 4][band 8][neighbours 3][11]} flattened
 * @param skip the probability that a macroblock has coefficients, of 256; -1 where all have
 * @param modes the bits that go on with the modes of the macroblocks
 * @param partitions the bits of the coefficients: rows of macroblocks take turns
 */
record FrameHeader(
        int width,
        int height,
        Segments segments,
        FilterSettings filter,
        int[] probabilities,
        int skip,
        BoolDecoder modes,
        BoolDecoder[] partitions) {
    private static final int START = 10;
    private static final byte[] START_CODE = {(byte) 0x9d, 0x01, 0x2a};

    /**
     * Reads the header of a frame.
     *
     * @throws IOException if it is none of a key frame
     */
    static FrameHeader read(byte[] bytes, int start, int end) throws IOException {
        if (end - start < START) {
            throw new IOException("the frame ends in its header");
        }
        int tag = littleEndian(bytes, start, 3);
        for (int i = 0; i < START_CODE.length; i++) {
            if (bytes[start + 3 + i] != START_CODE[i] || (tag & 1) != 0) {
                throw new IOException("the frame has no header of a key frame");
            }
        }
        int width = littleEndian(bytes, start + 6, 2) & 0x3fff;
        int height = littleEndian(bytes, start + 8, 2) & 0x3fff;
        int first = start + START;
        int second = first + (tag >> 5);
        if (second > end) {
            throw new IOException("the frame ends in its first part");
        }
        BoolDecoder in = new BoolDecoder(bytes, first, second);
        in.number(2); // the colour space, of which there is one, and whether to clamp, which changes nothing
        Segments segments = Segments.read(in);
        FilterSettings filter = FilterSettings.read(in);
        BoolDecoder[] partitions = partitions(bytes, second, end, 1 << in.number(2));
        segments = segments.withSteps(QuantizerSteps.read(in, segments));
        in.flag(); // what a next frame would go on with
        int[] probabilities = probabilities(in);
        int skip = in.flag() ? in.number(8) : -1;
        return new FrameHeader(width, height, segments, filter, probabilities, skip, in, partitions);
    }

    private static BoolDecoder[] partitions(byte[] bytes, int sizes, int end, int count) throws IOException {
        BoolDecoder[] partitions = new BoolDecoder[count];
        int start = sizes + 3 * (count - 1);
        for (int i = 0; i < count; i++) {
            if (start > end) {
                throw new IOException("the frame ends before its coefficients");
            }
            int next = i + 1 < count ? start + littleEndian(bytes, sizes + 3 * i, 3) : end;
            partitions[i] = new BoolDecoder(bytes, start, Math.min(next, end));
            start = next;
        }
        return partitions;
    }

    private static int[] probabilities(BoolDecoder in) {
        int[] probabilities = Constants.of("coefficients");
        int[] updates = Constants.of("coefficient-updates");
        for (int i = 0; i < probabilities.length; i++) {
            if (in.bit(updates[i]) == 1) {
                probabilities[i] = in.number(8);
            }
        }
        return probabilities;
    }

    private static int littleEndian(byte[] bytes, int start, int count) {
        int number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | Byte.toUnsignedInt(bytes[start + i]);
        }
        return number;
    }
}

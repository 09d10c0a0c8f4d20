package lichen.io.webp;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What coefficients are multiplied by (RFC 6386, sections 9.6 and 14.1): for each kind of block that of the first
 * coefficient, and that of the others.
 *
 * @param luma of luma
 * @param means of the means of luma
 * @param colour of the colour differences
 */
record QuantizerSteps(int[] luma, int[] means, int[] colour) {
    private static final int LARGEST_OF_COLOUR = 117;
    private static final int LEAST_OF_MEANS = 8;

    /** Reads the steps of all segments. */
    static List<QuantizerSteps> read(BoolDecoder in, Segments segments) {
        int base = in.number(7);
        int[] changes = IntStream.range(0, 5).map(i -> in.optional(4)).toArray();
        int[] constant = Constants.of("constant-steps");
        int[] other = Constants.of("other-steps");
        return IntStream.range(0, Segments.COUNT)
                .map(i -> segments.setting(segments.quantizers(), i, base))
                .mapToObj(quantizer -> new QuantizerSteps(
                        new int[] {constant[within(quantizer + changes[0], 127)], other[within(quantizer, 127)]},
                        new int[] {
                            2 * constant[within(quantizer + changes[1], 127)],
                            Math.max(LEAST_OF_MEANS, other[within(quantizer + changes[2], 127)] * 155 / 100)
                        },
                        new int[] {
                            constant[within(quantizer + changes[3], LARGEST_OF_COLOUR)],
                            other[within(quantizer + changes[4], 127)]
                        }))
                .toList();
    }

    private static int within(int index, int largest) {
        return Math.max(0, Math.min(largest, index));
    }
}

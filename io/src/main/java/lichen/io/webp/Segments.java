package lichen.io.webp;

import java.util.List;

/**
 * Kinds of macroblocks with settings of their own (RFC 6386, section 9.3).
 *
 * @param used whether there are several
 * @param mapped whether each macroblock says which it is of; else all are of the first
 * @param absolute whether the settings replace those of the frame; else they are added
 * @param quantizers of each, what its steps are looked up by
 * @param filters of each, how strongly it is filtered
 * @param probabilities of the three bits that choose one
 * @param steps of each, the steps of its coefficients
 */
record Segments(
        boolean used,
        boolean mapped,
        boolean absolute,
        int[] quantizers,
        int[] filters,
        int[] probabilities,
        List<QuantizerSteps> steps) {
    static final int COUNT = 4;

    private static final int CERTAIN = 255;

    /** Reads the settings; the steps are not known yet. */
    static Segments read(BoolDecoder in) {
        int[] quantizers = new int[COUNT];
        int[] filters = new int[COUNT];
        int[] probabilities = {CERTAIN, CERTAIN, CERTAIN};
        if (!in.flag()) {
            return new Segments(false, false, false, quantizers, filters, probabilities, List.of());
        }
        boolean mapped = in.flag();
        boolean absolute = false;
        if (in.flag()) {
            absolute = in.flag();
            for (int i = 0; i < COUNT; i++) {
                quantizers[i] = in.optional(7);
            }
            for (int i = 0; i < COUNT; i++) {
                filters[i] = in.optional(6);
            }
        }
        for (int i = 0; mapped && i < probabilities.length; i++) {
            probabilities[i] = in.flag() ? in.number(8) : CERTAIN;
        }
        return new Segments(true, mapped, absolute, quantizers, filters, probabilities, List.of());
    }

    Segments withSteps(List<QuantizerSteps> known) {
        return new Segments(used, mapped, absolute, quantizers, filters, probabilities, known);
    }

    /** A setting of a segment, where the frame has another. */
    int setting(int[] settings, int segment, int ofFrame) {
        if (!used) {
            return ofFrame;
        }
        return absolute ? settings[segment] : ofFrame + settings[segment];
    }

    /** Which segment the next macroblock is of. */
    int next(BoolDecoder in) {
        if (!mapped) {
            return 0;
        }
        return in.bit(probabilities[0]) == 0 ? in.bit(probabilities[1]) : 2 + in.bit(probabilities[2]);
    }
}

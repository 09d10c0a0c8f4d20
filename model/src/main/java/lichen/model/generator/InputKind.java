package lichen.model.generator;

import lichen.core.feature.Architecture;
import lichen.core.image.Size;
import lichen.model.graph.Input;

/** What an input of a generator is for: told by its name, of which some are kept for what is not drawn, and by its extents. */
enum InputKind {
    /** A map of random numbers, of extents that go with those of the image. */
    NOISE,
    /** Random numbers that are the same everywhere in the image. */
    VECTOR,
    /** The vector that tells of many photographs whose texture is meant: {@link Conditioning#INPUT}. */
    PHOTOGRAPH,
    /** The picture that is made again: {@link Generator#CONTENT}. */
    CONTENT,
    /** What no generator is given. */
    OTHER;

    private static final Size PIXEL = new Size(1, 1);

    /** That of an input. */
    static InputKind of(Input input) {
        boolean isVector = input.size().filter(PIXEL::equals).isPresent();
        if (input.name().equals(Conditioning.INPUT)) {
            return isVector ? PHOTOGRAPH : OTHER;
        }
        if (input.name().equals(Generator.CONTENT.name())) {
            return input.equals(Generator.CONTENT) ? CONTENT : OTHER;
        }
        if (isVector) {
            return VECTOR;
        }
        return input.size().isPresent() || input.name().equals(Architecture.IMAGE) ? OTHER : NOISE;
    }

    /** Whether its numbers are drawn. */
    boolean isDrawn() {
        return this == NOISE || this == VECTOR;
    }

    /** Whether its extents go with those of the image. */
    boolean hasExtents() {
        return this == NOISE || this == CONTENT;
    }
}

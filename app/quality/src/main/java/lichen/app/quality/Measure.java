package lichen.app.quality;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import lichen.core.feature.Statistic;
import lichen.core.image.ImageSource;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/**
 * A number that says how good an image of a texture is. Implementations are records: their components are their JSON keys.
 */
@Family("measure")
@Summary("a number that says how good an image of a texture is")
@FunctionalInterface
public interface Measure {
    /**
     * Opens what it needs to measure.
     *
     * @return what measures; whoever opens it closes it
     * @throws IOException if a file that it names cannot be read; the message names it
     */
    Gauge open() throws IOException;

    /**
     * The same for one that looks at pictures of its own. Beside the one abstract method, because most look at none.
     *
     * @param pictures where they come from
     * @throws IOException as {@link #open()}
     */
    default Gauge open(ImageSource pictures) throws IOException {
        return open();
    }

    /**
     * Reads what it names, as far as that goes without computing: what is wrong with a file is told before an image is made. Beside
     * the one abstract method, because most name no file.
     *
     * @throws IOException as {@link #open()}
     */
    default void inspect() throws IOException {}

    /** What the number tells. Beside the one abstract method, because most tell of quality. */
    default Kind kind() {
        return Kind.QUALITY;
    }

    /**
     * What it reads of an image, if it is a measure of quality; nothing in this vocabulary where a file of trained weights, which it
     * names, says it. Beside the one abstract method, because only a variant knows. It counts for no method that shares it, for
     * none at all where it is not said: so say it.
     */
    default Set<Statistic> statistics() {
        return Set.of(Statistic.UNTOLD);
    }

    /** The sizes at which it is measured. Beside the one abstract method, because quality is at both and most else at one. */
    default Set<Scale> scales() {
        return kind() == Kind.QUALITY ? EnumSet.allOf(Scale.class) : EnumSet.of(Scale.FULL);
    }

    /**
     * How it is called in tables. Beside the one abstract method, because only a variant knows which of its keys make it another
     * measure.
     *
     * @param type the name of its type
     */
    default String label(String type) {
        return type;
    }
}

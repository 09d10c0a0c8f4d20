package lichen.app.quality;

import java.io.IOException;
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
     * Reads what it names, as far as that goes without computing: what is wrong with a file is told before an image is made. Beside
     * the one abstract method, because most name no file.
     *
     * @throws IOException as {@link #open}
     */
    default void inspect() throws IOException {}

    /** What the number tells. Beside the one abstract method, because most tell of quality. */
    default Kind kind() {
        return Kind.QUALITY;
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

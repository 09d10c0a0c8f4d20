package lichen.app.experiment.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The scripts and styles that stand in the page itself: files beside this class. */
final class Inline {
    private Inline() {}

    /** A script, so that the page stays well-formed. */
    static String script(String name) {
        return "\n//<![CDATA[\n" + text(name) + "//]]>\n";
    }

    /** The text of a file. */
    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(Inline.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

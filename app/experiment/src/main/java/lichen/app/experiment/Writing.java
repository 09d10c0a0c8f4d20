package lichen.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What is written by a listener, who cannot throw checked exceptions; the task unwraps them. */
@FunctionalInterface
public interface Writing {
    /** Writes. */
    void write() throws IOException;

    /** Writes; what goes wrong is thrown unchecked. */
    static void now(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

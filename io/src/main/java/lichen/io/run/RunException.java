package lichen.io.run;

import java.io.IOException;

/** A run directory that cannot be made, opened or gone on with: one line with the folder, the reason, and the way out. */
public final class RunException extends IOException {
    private static final long serialVersionUID = 1L;

    RunException(String message) {
        super(message);
    }

    RunException(String message, Throwable cause) {
        super(message, cause);
    }
}

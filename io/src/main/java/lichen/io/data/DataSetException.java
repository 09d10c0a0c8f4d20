package lichen.io.data;

import java.io.IOException;

/** A data set that cannot be made or read: one line with what was found, why it is wrong, and the way out. */
public final class DataSetException extends IOException {
    private static final long serialVersionUID = 1L;

    DataSetException(String message) {
        super(message);
    }

    DataSetException(String message, Throwable cause) {
        super(message, cause);
    }
}

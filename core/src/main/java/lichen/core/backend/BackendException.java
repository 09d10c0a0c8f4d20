package lichen.core.backend;

/** The machine, or what is installed on it, cannot do what was asked for; the message says what to change. */
public final class BackendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One line: what was found, and the way out. */
    public BackendException(String message) {
        super(message);
    }
}

package lichen.model.keras;

/** Why a file, or a layer of it, cannot be used; the importer adds the file's name. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String reason) {
        super(reason);
    }

    UnreadableException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The message, which is always there. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

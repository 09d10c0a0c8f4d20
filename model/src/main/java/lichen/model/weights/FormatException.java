package lichen.model.weights;

/** Why a file cannot be used; whoever knows the file's name adds it. */
final class FormatException extends Exception {
    private static final long serialVersionUID = 1L;

    FormatException(String reason) {
        super(reason);
    }

    FormatException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The message, which is always there. */
    String reason() {
        return String.valueOf(getMessage());
    }
}

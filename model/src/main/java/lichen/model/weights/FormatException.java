package lichen.model.weights;

/** Why a file cannot be used; {@link WeightsFile}, which knows the file's name, catches it and adds that. */
final class FormatException extends RuntimeException {
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

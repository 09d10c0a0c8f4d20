package lichen.model.foreign;

/** Why a file, or a layer of it, cannot be used; whoever knows the file's name adds it. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what was found, why it is wrong and the way out. */
    public UnreadableException(String reason) {
        super(reason);
    }

    /** As {@link #UnreadableException(String)}, with what the reader met. */
    public UnreadableException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The message, which is always there. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}

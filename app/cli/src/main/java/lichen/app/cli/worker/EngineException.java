package lichen.app.cli.worker;

/** An engine that is not there, or that cannot be used as it was asked for. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says it on one line.
     *
     * @param message what was found, why it is wrong and the way out
     */
    public EngineException(String message) {
        super(message);
    }

    /** The same, with what it comes from. */
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}

package lichen.app.cli.command;

/** Something that the user gave and that cannot be used. It ends the command with {@link ExitCode#INPUT}. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says it on one line.
     *
     * @param message what was found, why it is wrong and the way out
     */
    public InputException(String message) {
        super(message);
    }
}

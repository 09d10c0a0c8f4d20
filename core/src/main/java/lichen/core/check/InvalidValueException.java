package lichen.core.check;

/** A value that a part cannot work with. Where the value came from a user's file, the reader turns it into a problem there. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final String reason;

    /**
     * Names the value and the reason.
     *
     * @param name the record component or argument, as its JSON key is spelt
     * @param reason what must hold and what was found
     */
    public InvalidValueException(String name, String reason) {
        super(name + " " + reason);
        this.name = name;
        this.reason = reason;
    }

    /** The component or argument that is wrong. */
    public String name() {
        return name;
    }

    /** What must hold and what was found. */
    public String reason() {
        return reason;
    }
}

package lichen.app.cli.command;

import lichen.io.run.Status;

/** What the process tells its caller. */
public final class ExitCode {
    /** Everything was done. */
    public static final int DONE = 0;

    /** A fault of Lichen. */
    public static final int FAULT = 1;

    /** What the user gave cannot be used. */
    public static final int INPUT = 2;

    /** The user interrupted; the state is saved. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** What a run that ended so tells. */
    static int of(Status status) {
        return status == Status.INTERRUPTED ? INTERRUPTED : DONE;
    }
}

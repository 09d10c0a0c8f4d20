package lichen.app.experiment;

import java.nio.file.Path;
import java.util.Optional;
import lichen.io.run.Status;

/**
 * How a task ended.
 *
 * @param status how the run stands now
 * @param message one sentence for the user
 * @param result the file to look at first, of a task that came to its end
 */
public record Verdict(Status status, String message, Optional<Path> result) {
    /** It came to its end. */
    public static Verdict done(String message, Path result) {
        return new Verdict(Status.DONE, message, Optional.of(result));
    }

    /** It was interrupted, and its state saved. */
    public static Verdict interrupted(String message) {
        return new Verdict(Status.INTERRUPTED, message, Optional.empty());
    }

    /** It could not go on. */
    public static Verdict failed(String message) {
        return new Verdict(Status.FAILED, message, Optional.empty());
    }
}

package lichen.app.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lichen.io.run.Status;

/**
 * How a task ended.
 *
 * @param status how the run stands now
 * @param message one sentence for the user
 * @param result the file to look at first, of a task that came to its end
 * @param rest what is left to do when the result and a report of it are written
 */
public record Verdict(Status status, String message, Optional<Path> result, Optional<Rest> rest) {
    /** It came to its end. */
    public static Verdict done(String message, Path result) {
        return new Verdict(Status.DONE, message, Optional.of(result), Optional.empty());
    }

    /** It came to its end, but for parts that failed. */
    public static Verdict partial(String message, Path result) {
        return new Verdict(Status.PARTIAL, message, Optional.of(result), Optional.empty());
    }

    /** It was interrupted, and its state saved. */
    public static Verdict interrupted(String message) {
        return new Verdict(Status.INTERRUPTED, message, Optional.empty(), Optional.empty());
    }

    /** It could not go on. */
    public static Verdict failed(String message) {
        return new Verdict(Status.FAILED, message, Optional.empty(), Optional.empty());
    }

    /** The same, with something left to do. */
    public Verdict then(Rest left) {
        return new Verdict(status, message, result, Optional.of(left));
    }

    /** Does what is left to do. */
    public void doRest() throws IOException {
        if (rest.isPresent()) {
            rest.get().run();
        }
    }

    /** Work on a result that is safe: it may fail, and takes nothing with it. */
    @FunctionalInterface
    public interface Rest {
        /** Does it. */
        void run() throws IOException;
    }
}

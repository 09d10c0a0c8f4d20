package lichen.app.experiment;

import java.io.IOException;
import lichen.io.file.FullDiskException;

/** Makes experiments in this process, where they are asked for. */
public final class ThisProcess implements Workforce {
    @Override
    public Made make(Workbench part, String key, Session session) throws IOException {
        PartMeter meter = PartMeter.start();
        try {
            return meter.made(run(part, session));
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (FullDiskException.isBehind(e)) {
                throw e;
            }
            return meter.made(failed(e));
        }
    }

    /**
     * Runs an experiment to its end.
     *
     * @throws IOException if it fails, as it may by exceptions of the runtime and for want of memory too
     */
    public static Verdict run(Workbench part, Session session) throws IOException {
        try (Task task = part.config().value().open(part)) {
            Verdict verdict = task.run(session);
            verdict.doRest();
            return verdict;
        }
    }

    /** How an experiment ended that could not be run. */
    public static Verdict failed(Throwable failure) {
        return Verdict.failed(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }
}

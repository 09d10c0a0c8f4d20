package lichen.app.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import lichen.io.file.AtomicFiles;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/**
 * Tasks that a run does one after the other, each in a folder of its own. A part that has come to its end is not done again
 * when the run is resumed; one that was cut off goes on from its own checkpoint.
 */
public final class Parts {
    private static final String DONE = "done.txt";

    private Parts() {}

    /**
     * A task by name.
     *
     * @param name names its folder
     * @param opening opens it, when its turn has come
     */
    public record Part(String name, Opening opening) {}

    /** Opens a task. */
    @FunctionalInterface
    public interface Opening {
        /** Opens the task; it is closed when it has run. */
        Task open() throws IOException;
    }

    /**
     * Runs the parts that are not done.
     *
     * @return whether all are done; if not, the user has interrupted and the state is saved
     */
    public static boolean run(Session session, List<Part> parts) throws IOException {
        AtomicBoolean interrupted = new AtomicBoolean();
        Consumer<Runnable> interruption = stop -> session.interruption().accept(() -> {
            interrupted.set(true);
            stop.run();
        });
        interruption.accept(() -> {});
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            RunDirectory folder = session.run().part(part.name());
            if (message(folder).isPresent()) {
                continue;
            }
            if (interrupted.get()) {
                return false;
            }
            session.progress().message("part " + (i + 1) + " of " + parts.size() + ": " + part.name());
            try (Task task = part.opening().open()) {
                Verdict verdict = task.run(session.part(folder, interruption));
                if (verdict.status() != Status.DONE) {
                    return false;
                }
                verdict.doRest();
                AtomicFiles.writeText(marker(folder), verdict.message() + "\n");
                folder.checkpoint().delete();
            }
        }
        return true;
    }

    /** What a part had to say when it came to its end; empty if it has not. */
    public static Optional<String> message(RunDirectory part) throws IOException {
        Path marker = marker(part);
        return Files.exists(marker)
                ? Optional.of(Files.readString(marker, StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    private static Path marker(RunDirectory part) {
        return part.folder().resolve(DONE);
    }
}

package lichen.app.experiment.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.Verdict;
import lichen.io.run.RunDirectory;
import lichen.io.run.Status;

/** One go at a trial: its folder, and what is written there of how it stands. */
final class Attempt {
    private final RunDirectory folder;
    private final Session session;
    private TrialState state;

    private Attempt(RunDirectory folder, Session session, TrialState state) {
        this.folder = folder;
        this.session = session;
        this.state = state;
    }

    /** Goes on with what is in the folder; what is there by another key, or is damaged, is deleted. */
    static Attempt of(String name, String key, Session session) throws IOException {
        RunDirectory folder = session.run().part(name);
        Optional<TrialState> there =
                TrialState.read(folder).filter(state -> state.key().equals(key));
        List<String> damaged = damaged(folder, there);
        if (!damaged.isEmpty()) {
            session.progress()
                    .message(name + ": damaged since it was made: " + String.join(", ", damaged) + "; made again");
        }
        return there.isPresent() && damaged.isEmpty()
                ? new Attempt(folder, session, there.orElseThrow())
                : new Attempt(session.run().emptyPart(name), session, TrialState.beginning(key));
    }

    private static List<String> damaged(RunDirectory folder, Optional<TrialState> there) throws IOException {
        if (TrialState.isDamaged(folder)) {
            return List.of(TrialState.FILE);
        }
        return there.isPresent() ? there.orElseThrow().damaged(folder) : List.of();
    }

    /** Goes on with what is in the folder by whatever key: the trial cannot say its own. */
    static Attempt whatever(String name, Session session) throws IOException {
        RunDirectory folder = session.run().part(name);
        return new Attempt(folder, session, TrialState.read(folder).orElseGet(() -> TrialState.beginning("")));
    }

    RunDirectory folder() {
        return folder;
    }

    boolean isDone() {
        return state.isDone();
    }

    /** Writes down whose the folder is, in case of a kill. */
    void begin() throws IOException {
        write(Status.RUNNING, "", state.seconds(), state.mebibytes(), Map.of());
    }

    /** Takes what a trial of the same key has left. */
    Made copy(RunDirectory from) throws IOException {
        TrialState copied = TrialState.read(from).orElseThrow();
        for (String name : copied.files().keySet()) {
            Path to = folder.folder().resolve(name);
            Files.createDirectories(to.getParent());
            Files.copy(from.folder().resolve(name), to, StandardCopyOption.REPLACE_EXISTING);
        }
        return Made.atOnce(Verdict.done(copied.message(), folder.folder()));
    }

    /**
     * Writes down how it ended.
     *
     * @return whether it ended; if not, it was interrupted
     */
    boolean end(Made made) throws IOException {
        Verdict verdict = made.verdict();
        double seconds = state.seconds() + made.seconds();
        Optional<Double> mebibytes = made.mebibytes().or(state::mebibytes);
        boolean isDone = verdict.status() == Status.DONE;
        write(verdict.status(), verdict.message(), seconds, mebibytes, isDone ? files() : Map.of());
        if (isDone) {
            folder.checkpoint().delete();
        } else if (verdict.status() != Status.INTERRUPTED) {
            session.progress().message(verdict.status().word() + ": " + verdict.message());
        }
        return verdict.status() != Status.INTERRUPTED;
    }

    private void write(
            Status status, String message, double seconds, Optional<Double> mebibytes, Map<String, String> files)
            throws IOException {
        state = new TrialState(state.key(), status, seconds, mebibytes, message, files);
        state.write(folder);
    }

    /** The results: neither saved states nor what is hidden. */
    private Map<String, String> files() throws IOException {
        Path whole = folder.folder();
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : TrialState.namesIn(whole)) {
            files.put(name, TrialState.hash(whole.resolve(name)));
        }
        return files;
    }
}

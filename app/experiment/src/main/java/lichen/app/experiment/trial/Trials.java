package lichen.app.experiment.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Session;
import lichen.app.experiment.Task;
import lichen.app.experiment.Verdict;
import lichen.app.experiment.Workbench;
import lichen.core.random.RandomStreams;
import lichen.io.run.RunDirectory;

/**
 * Trials that a run does one after the other, each in a folder of its own. One that is done is not done again as long as its key
 * is the same; one of the same key by another name is copied. One that was cut off goes on from its own checkpoint. One that
 * fails, for want of memory too, is written down with its reason, the others go on, and the next run tries it again.
 */
public final class Trials {
    private final Workbench workbench;
    private final Session session;
    private final TrialKeys keys;
    private final Map<String, RunDirectory> done = new HashMap<>();
    private final AtomicBoolean interrupted = new AtomicBoolean();

    /**
     * Trials of a run.
     *
     * @param workbench the whole run's
     * @param session the whole run's
     */
    public Trials(Workbench workbench, Session session) {
        this.workbench = workbench;
        this.session = session;
        keys = new TrialKeys(workbench.config().registry(), session.surroundings());
    }

    /**
     * Runs the trials that are not done.
     *
     * @return whether all have ended, some of them by failing; if not, the user has interrupted and the state is saved
     */
    public boolean run(List<Trial> trials) throws IOException {
        interruption().accept(() -> {});
        for (int i = 0; i < trials.size(); i++) {
            if (!end(trials.get(i), "part " + (i + 1) + " of " + trials.size() + ": ")) {
                return false;
            }
            session.milestone().run();
        }
        return true;
    }

    /** Those of the names whose trial has no result. */
    public static List<String> missing(RunDirectory run, List<String> names) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            if (TrialState.read(run.part(name)).filter(TrialState::isDone).isEmpty()) {
                missing.add(name);
            }
        }
        return missing;
    }

    /**
     * How a run whose trials have all ended stands.
     *
     * @param message what there is to say; how many have failed is added
     * @param result the file to look at first
     */
    public static Verdict verdict(RunDirectory run, List<Trial> trials, String message, Path result)
            throws IOException {
        int missing = missing(run, trials.stream().map(Trial::name).toList()).size();
        return missing == 0
                ? Verdict.done(message, result)
                : Verdict.partial(message + ", of " + trials.size() + " parts " + missing + " failed", result);
    }

    /** Brings a trial to its end, unless the user interrupts. */
    private boolean end(Trial trial, String count) throws IOException {
        Experiment experiment;
        String key;
        try {
            experiment = trial.resolution().experiment();
            key = keys.of(experiment);
        } catch (IOException | RuntimeException e) {
            return !interrupted.get() && Attempt.whatever(trial.name(), session).end(failed(e));
        }
        Attempt attempt = Attempt.of(trial.name(), key, session);
        if (!attempt.isDone()) {
            if (interrupted.get()) {
                return false;
            }
            session.progress().message(count + trial.name());
            attempt.begin();
            Verdict verdict = done.containsKey(key)
                    ? attempt.copy(Objects.requireNonNull(done.get(key)))
                    : make(trial, experiment, attempt.folder());
            if (!attempt.end(verdict)) {
                return false;
            }
        }
        if (attempt.isDone()) {
            done.putIfAbsent(key, attempt.folder());
        }
        return true;
    }

    /** What fails, the memory included, fails alone: the other trials go on. */
    private Verdict make(Trial trial, Experiment experiment, RunDirectory folder) {
        Workbench part = new Workbench(
                workbench.config().part(trial.place(), experiment),
                workbench.images(),
                new RandomStreams(experiment.seed()));
        try (Task task = experiment.open(part)) {
            Verdict verdict = task.run(session.part(folder, interruption()));
            verdict.doRest();
            return verdict;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return failed(e);
        }
    }

    private static Verdict failed(Throwable failure) {
        return Verdict.failed(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    }

    /** Hears the user's interruption, and lets a trial at work hear it too. */
    private Consumer<Runnable> interruption() {
        return stop -> session.interruption().accept(() -> {
            interrupted.set(true);
            stop.run();
        });
    }
}

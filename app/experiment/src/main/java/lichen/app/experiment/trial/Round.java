package lichen.app.experiment.trial;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Made;
import lichen.app.experiment.Session;
import lichen.app.experiment.ThisProcess;
import lichen.app.experiment.Workbench;
import lichen.core.random.RandomStreams;
import lichen.io.run.RunDirectory;

/** One go through all trials of a run: as many at the same time as the workforce makes. */
final class Round {
    private final List<Trial> trials;
    private final Workbench workbench;
    private final Session session;
    private final TrialKeys keys;
    private final int hands;
    private final Agenda agenda;
    private final Interruptions interruptions = new Interruptions();
    private final Optional<SharedDisplay> shared;
    private final Map<String, RunDirectory> done = new ConcurrentHashMap<>();

    Round(List<Trial> trials, Workbench workbench, Session session, TrialKeys keys) {
        this.trials = trials;
        this.workbench = workbench;
        this.session = session;
        this.keys = keys;
        hands = session.workforce().size();
        agenda = new Agenda(trials);
        shared = hands == 1 ? Optional.empty() : Optional.of(new SharedDisplay(session.progress(), trials.size()));
    }

    /** Goes through them; returns whether all have ended. */
    boolean run() throws IOException {
        session.interruption().accept(interruptions::hear);
        if (hands == 1) {
            work();
        } else {
            Threads.run(Math.min(hands, trials.size()), this::work, this::stop);
        }
        return agenda.isOver();
    }

    /** What one hand does: trial after trial. */
    private void work() throws IOException {
        for (Optional<Trial> next = agenda.next(); next.isPresent(); next = agenda.next()) {
            Trial trial = next.orElseThrow();
            if (end(trial)) {
                agenda.ended(trial);
                shared.ifPresent(display -> display.ended(trial.name()));
                tell();
            } else {
                agenda.close();
            }
        }
    }

    /** One at a time, as a report may be written. */
    private synchronized void tell() {
        session.milestone().run();
    }

    /** One hand has failed: the others save what they have. */
    private void stop() {
        agenda.close();
        interruptions.hear();
    }

    /** Brings a trial to its end, unless the user interrupts. */
    private boolean end(Trial trial) throws IOException {
        Session own = shared.isPresent() ? session.with(shared.orElseThrow().part(trial.name())) : session;
        Experiment experiment;
        String key;
        synchronized (keys) {
            try {
                experiment = trial.resolution().experiment();
                key = keys.of(experiment);
            } catch (IOException | RuntimeException e) {
                return !interruptions.isHeard()
                        && Attempt.whatever(trial.name(), own).end(Made.atOnce(ThisProcess.failed(e)));
            }
        }
        agenda.take(key);
        try {
            return end(trial, experiment, key, own);
        } finally {
            agenda.give(key);
        }
    }

    private boolean end(Trial trial, Experiment experiment, String key, Session own) throws IOException {
        Attempt attempt = Attempt.of(trial.name(), key, own);
        if (!attempt.isDone()) {
            if (interruptions.isHeard()) {
                return false;
            }
            own.progress()
                    .message("part " + (trials.indexOf(trial) + 1) + " of " + trials.size() + ": " + trial.name());
            attempt.begin();
            Made made = done.containsKey(key)
                    ? attempt.copy(Objects.requireNonNull(done.get(key)))
                    : make(trial, experiment, key, own, attempt.folder());
            if (!attempt.end(made)) {
                return false;
            }
        }
        if (attempt.isDone()) {
            done.putIfAbsent(key, attempt.folder());
        }
        return true;
    }

    private Made make(Trial trial, Experiment experiment, String key, Session own, RunDirectory folder)
            throws IOException {
        Workbench part = new Workbench(
                workbench.config().part(trial.place(), experiment),
                workbench.images(),
                new RandomStreams(experiment.seed()));
        try (Interruptions.Ear ear = interruptions.open()) {
            return session.workforce().make(part, key, own.part(folder, own.progress(), ear));
        }
    }
}

package lichen.app.experiment.trial;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands out trials in their order, each once, and none before those that it needs have ended. */
final class Agenda {
    private final List<Trial> waiting;
    private final Set<String> unended = new LinkedHashSet<>();
    private final Set<String> keys = new HashSet<>();
    private boolean isClosed;

    Agenda(List<Trial> trials) {
        waiting = new ArrayList<>(trials);
        trials.forEach(trial -> unended.add(trial.name()));
    }

    /** The next one, as soon as there is one that can begin; empty if there is none left. */
    synchronized Optional<Trial> next() throws IOException {
        while (!isClosed && !waiting.isEmpty()) {
            for (Trial trial : waiting) {
                if (trial.needs().stream().noneMatch(unended::contains)) {
                    waiting.remove(trial);
                    return Optional.of(trial);
                }
            }
            pause();
        }
        return Optional.empty();
    }

    /** It has ended, however that was. */
    synchronized void ended(Trial trial) {
        unended.remove(trial.name());
        notifyAll();
    }

    /** Whether all have ended. */
    synchronized boolean isOver() {
        return unended.isEmpty();
    }

    /** Hands out no more. */
    synchronized void close() {
        isClosed = true;
        notifyAll();
    }

    /** Waits until nobody else makes a trial of this key: what is computed is computed once. */
    synchronized void take(String key) throws IOException {
        while (!keys.add(key)) {
            pause();
        }
    }

    /** Lets others have the key. */
    synchronized void give(String key) {
        keys.remove(key);
        notifyAll();
    }

    private void pause() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for another part of the run", e);
        }
    }
}

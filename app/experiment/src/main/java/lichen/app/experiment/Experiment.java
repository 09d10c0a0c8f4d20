package lichen.app.experiment;

import java.io.IOException;
import lichen.core.backend.BackendChoice;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/** What one config file describes, as a user writes it: a record whose components are JSON keys. */
@Family("experiment")
@Summary("what a config file describes as a whole")
public interface Experiment {
    /** The seed of all random numbers. */
    long seed();

    /** What computes. */
    BackendChoice backend();

    /**
     * Whether a run of it may go on with another config, or with other contents of its files, since its parts have keys of their own:
     * what is still the same is used again.
     */
    default boolean canChange() {
        return false;
    }

    /**
     * Looks at everything that the experiment names, as far as that goes without computing, and tells what does not fit. Nothing is
     * written and no native code is loaded. Beside the one abstract method, because what is told at its opening suffices.
     */
    default void inspect(Inspection inspection) {}

    /** Whether it consists of several experiments, so that some can be made at the same time. */
    default boolean hasParts() {
        return false;
    }

    /**
     * Opens everything that the experiment names, and checks that it fits together. Nothing is written. The backend has been
     * started.
     *
     * @throws IOException if a file cannot be read; the message names it
     * @throws lichen.io.json.ConfigException if a value does not fit what was opened
     */
    Task open(Workbench workbench) throws IOException;
}

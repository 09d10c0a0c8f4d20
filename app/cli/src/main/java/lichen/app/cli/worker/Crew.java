package lichen.app.cli.worker;

import lichen.app.experiment.Workforce;

/** A workforce that is there for one run, and dismissed at its end. */
@FunctionalInterface
public interface Crew extends Workforce, AutoCloseable {
    /** Lets all of it end. */
    @Override
    default void close() {}
}

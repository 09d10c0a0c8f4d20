package lichen.core.optimizer;

import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/** What becomes of a learning rate while a training goes on: a record whose components are JSON keys. */
@Family("schedule")
@Summary("what becomes of the learning rate")
@FunctionalInterface
public interface Schedule {
    /**
     * What the learning rate is multiplied by.
     *
     * @param step the step, counted from 0
     * @return above 0, at most 1
     */
    double factor(long step);
}

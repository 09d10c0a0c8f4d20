package lichen.app.cli.benchmark;

import java.util.function.Function;

/**
 * A system that trains {@link Fcn512} by Adam.
 *
 * @param name how the tables call it
 * @param open prepares a training; each run is one step, and gives the loss before it
 */
record TrainingContender(String name, Function<TrainingBatch, Racer> open) {
    static final double LEARNING_RATE = 1e-3;
}

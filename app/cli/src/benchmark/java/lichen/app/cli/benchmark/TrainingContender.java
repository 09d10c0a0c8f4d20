package lichen.app.cli.benchmark;

import java.util.function.Function;

/**
 * A system that trains a network by Adam.
 *
 * @param <B> what the network learns from
 * @param name how the tables call it
 * @param open prepares a training; each run is one step, and gives the loss before it
 */
record TrainingContender<B>(String name, Function<B, Racer> open) {}

package lichen.app.experiment.generator;

import lichen.app.experiment.Output;
import lichen.core.loop.StopRule;
import lichen.core.optimizer.Optimizer;

/**
 * How long and by what a generator is trained.
 *
 * @param batch images that make a step
 * @param optimizer how the generator changes
 * @param stop when it ends; each step is an evaluation
 * @param output what is written on the way
 */
record Curriculum(int batch, Optimizer optimizer, StopRule stop, Output output) {}

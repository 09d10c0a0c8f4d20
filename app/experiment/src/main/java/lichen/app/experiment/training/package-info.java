/**
 * Data sets and training as experiments: photographs are cut into patches, and a network learns from them. Knows how a run
 * keeps them; how they are cut is io's matter, how a network learns is model's.
 */
@NullMarked
package lichen.app.experiment.training;

import org.jspecify.annotations.NullMarked;

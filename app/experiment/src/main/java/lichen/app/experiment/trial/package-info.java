/**
 * Runs of many experiments as parts of one: each in a folder of its own, known by the hash of all that can change its result,
 * computed once, and resumable. Knows nothing about what an experiment computes or what is made of the results.
 */
@NullMarked
package lichen.app.experiment.trial;

import org.jspecify.annotations.NullMarked;

/**
 * A run on the disk: what it was asked for, with what it ran, its numbers and images, and how to go on with it. Every
 * file is there whole or not at all; a run that is killed at any moment can be resumed.
 *
 * <p>Knows nothing about what is optimised: a checkpoint is arrays by name, a config is a JSON text.
 */
@NullMarked
package lichen.io.run;

import org.jspecify.annotations.NullMarked;

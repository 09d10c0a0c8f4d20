/**
 * Pictures made of pictures and words: a canvas to draw on, and tables of pictures. Plain Java 2D; knows nothing of
 * experiments and runs.
 */
@NullMarked
package lichen.app.experiment.drawing;

import org.jspecify.annotations.NullMarked;

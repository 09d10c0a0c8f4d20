/** Tests of the figures: what is drawn where, and whole runs of small ones. */
@NullMarked
package lichen.app.experiment.figure;

import org.jspecify.annotations.NullMarked;

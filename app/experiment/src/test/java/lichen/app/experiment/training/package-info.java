/** Tests of data sets and trainings as whole runs, of small ones. */
@NullMarked
package lichen.app.experiment.training;

import org.jspecify.annotations.NullMarked;

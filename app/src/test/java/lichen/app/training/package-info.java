/** Tests of data sets and trainings as whole runs, of small ones. */
@NullMarked
package lichen.app.training;

import org.jspecify.annotations.NullMarked;

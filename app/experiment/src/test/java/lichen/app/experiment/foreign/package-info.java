/** Tests of images of other programs: which file is meant. Comparisons with them are tested with the program. */
@NullMarked
package lichen.app.experiment.foreign;

import org.jspecify.annotations.NullMarked;

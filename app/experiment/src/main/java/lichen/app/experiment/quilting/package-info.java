/** Image quilting as an experiment. How blocks are chosen and cut is the module synthesis's business. */
@NullMarked
package lichen.app.experiment.quilting;

import org.jspecify.annotations.NullMarked;

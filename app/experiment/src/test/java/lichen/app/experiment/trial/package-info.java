/** Trials of experiments that compute nothing: what is done once, tried again, copied or kept apart. */
@NullMarked
package lichen.app.experiment.trial;

import org.jspecify.annotations.NullMarked;

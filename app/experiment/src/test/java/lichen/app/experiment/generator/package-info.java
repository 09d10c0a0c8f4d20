/** Tests of generators as experiments. */
@NullMarked
package lichen.app.experiment.generator;

import org.jspecify.annotations.NullMarked;

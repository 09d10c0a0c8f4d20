/** Tests of the layouts, and the kit that each of them must pass. */
@NullMarked
package lichen.app.experiment.embedding;

import org.jspecify.annotations.NullMarked;

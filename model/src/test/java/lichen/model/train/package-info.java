/** Tests of training: gradients, agreement with Deeplearning4j, and that a resumed training repeats itself. */
@NullMarked
package lichen.model.train;

import org.jspecify.annotations.NullMarked;

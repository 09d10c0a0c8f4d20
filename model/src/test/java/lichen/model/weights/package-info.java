/** Tests of Lichen's own network files: what is written reads back, and what is wrong is named. */
@NullMarked
package lichen.model.weights;

import org.jspecify.annotations.NullMarked;

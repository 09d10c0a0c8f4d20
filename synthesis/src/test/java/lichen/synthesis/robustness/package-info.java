/** Tests of the random views. */
@NullMarked
package lichen.synthesis.robustness;

import org.jspecify.annotations.NullMarked;

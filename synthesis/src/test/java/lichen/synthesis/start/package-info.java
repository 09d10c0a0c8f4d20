/** The contract kit of start images, and the tests of each. */
@NullMarked
package lichen.synthesis.start;

import org.jspecify.annotations.NullMarked;

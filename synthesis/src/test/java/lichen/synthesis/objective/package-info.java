/** The contract kit of loss terms, and the tests of each. */
@NullMarked
package lichen.synthesis.objective;

import org.jspecify.annotations.NullMarked;

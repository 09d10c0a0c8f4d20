/** The contract kit of optimisers with its problems, and the tests of each. */
@NullMarked
package lichen.synthesis.optimizer;

import org.jspecify.annotations.NullMarked;

/** The contract kit of optimisers with its problems, and the tests of each. */
@NullMarked
package lichen.core.optimizer;

import org.jspecify.annotations.NullMarked;

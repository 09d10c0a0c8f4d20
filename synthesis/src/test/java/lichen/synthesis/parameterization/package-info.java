/** The contract kit of parameterisations, and the tests of each. */
@NullMarked
package lichen.synthesis.parameterization;

import org.jspecify.annotations.NullMarked;

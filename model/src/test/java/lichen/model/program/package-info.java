/** The contract kit of networks, and tests of compiled programs against evaluation by definition. */
@NullMarked
package lichen.model.program;

import org.jspecify.annotations.NullMarked;

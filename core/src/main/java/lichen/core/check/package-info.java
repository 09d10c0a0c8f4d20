/** Checks at the doors: each throws with a message that names the value, what was found and what is allowed. */
@NullMarked
package lichen.core.check;

import org.jspecify.annotations.NullMarked;

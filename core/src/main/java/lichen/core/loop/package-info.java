/** The loop that runs an optimiser on an objective until a rule stops it, and tells listeners. */
@NullMarked
package lichen.core.loop;

import org.jspecify.annotations.NullMarked;

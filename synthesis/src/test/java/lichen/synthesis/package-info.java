/** Tests of what the module registers. */
@NullMarked
package lichen.synthesis;

import org.jspecify.annotations.NullMarked;

/** How it is minimised: optimisers over plain arrays of doubles, each a machine whose whole state can be saved. */
@NullMarked
package lichen.core.optimizer;

import org.jspecify.annotations.NullMarked;

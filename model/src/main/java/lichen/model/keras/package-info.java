/**
 * Networks that Keras saved, of version 2 or 3, {@code model.save("network.keras")}: the configuration and the weights become a
 * graph. All that can be wrong with such a file is said at this door, as a {@code NetworkFileException}. Knows nothing
 * about how a graph is run.
 */
@NullMarked
package lichen.model.keras;

import org.jspecify.annotations.NullMarked;

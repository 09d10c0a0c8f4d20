/**
 * Networks that Keras 2 saved as HDF5, {@code model.save("network.h5")}: the configuration and the weights become a
 * graph. All that can be wrong with such a file is said at this door, as a {@code NetworkFileException}. Knows nothing
 * about how a graph is run.
 */
@NullMarked
package lichen.model.keras;

import org.jspecify.annotations.NullMarked;

/**
 * A network as data: nodes with weights, in the order of computation. Every way of obtaining a network ends here, and
 * everything that uses one starts here. Knows nothing about files or tensors.
 */
@NullMarked
package lichen.model.graph;

import org.jspecify.annotations.NullMarked;

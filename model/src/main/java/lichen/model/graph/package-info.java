/**
 * A network as data: named inputs, and nodes with their operations in the order of computation. Every way of obtaining a
 * network ends here, and everything that uses one starts here. Knows nothing about files or how a network is run.
 */
@NullMarked
package lichen.model.graph;

import org.jspecify.annotations.NullMarked;

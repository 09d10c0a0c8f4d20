/**
 * The complex steerable pyramid and the statistics of its coefficients, as plain numbers in double precision: what
 * {@code portilla-simoncelli} is computed with. Knows nothing about tensors, layers, signatures or colours.
 */
@NullMarked
package lichen.descriptor.steerable;

import org.jspecify.annotations.NullMarked;

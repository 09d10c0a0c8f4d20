/**
 * Sorted numbers: the quantiles of columns of numbers, and the way back through the sorting. Knows nothing about descriptors
 * or feature maps.
 */
@NullMarked
package lichen.descriptor.quantile;

import org.jspecify.annotations.NullMarked;

/**
 * The quantiles of columns of numbers, and the way back from them to the numbers. Knows nothing about descriptors
 * or feature maps.
 */
@NullMarked
package lichen.descriptor.quantile;

import org.jspecify.annotations.NullMarked;

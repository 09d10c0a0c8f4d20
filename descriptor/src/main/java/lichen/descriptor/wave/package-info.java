/**
 * The power of waves in planes of numbers, by fast Fourier transforms. Knows nothing about descriptors.
 */
@NullMarked
package lichen.descriptor.wave;

import org.jspecify.annotations.NullMarked;

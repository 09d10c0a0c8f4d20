/**
 * Waves in planes of numbers: the one home of fast Fourier transforms. Knows nothing of what the waves are measured or changed
 * for.
 */
@NullMarked
package lichen.core.wave;

import org.jspecify.annotations.NullMarked;

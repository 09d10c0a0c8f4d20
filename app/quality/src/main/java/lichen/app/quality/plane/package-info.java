/**
 * Images of a single channel and their Fourier transforms, in double precision on the heap, for what is measured once and not
 * optimised. Knows nothing about textures; the only home of JTransforms in this module.
 */
@NullMarked
package lichen.app.quality.plane;

import org.jspecify.annotations.NullMarked;

/**
 * From parameters to an image, and gradients back: in which coordinates an optimiser moves. Knows numbers and images;
 * nothing about losses, networks or optimisers.
 */
@NullMarked
package lichen.synthesis.parameterization;

import org.jspecify.annotations.NullMarked;

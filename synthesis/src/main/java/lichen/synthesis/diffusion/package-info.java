/** Patch diffusion: noise that becomes an image, patch by patch, with nothing but a photograph's patches as its model. */
@NullMarked
package lichen.synthesis.diffusion;

import org.jspecify.annotations.NullMarked;

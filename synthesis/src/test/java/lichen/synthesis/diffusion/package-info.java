/** Tests of patch diffusion: nearest patches against all patches there are, images against the photographs they are made of. */
@NullMarked
package lichen.synthesis.diffusion;

import org.jspecify.annotations.NullMarked;

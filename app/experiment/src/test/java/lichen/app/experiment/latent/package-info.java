/** Tests of trainings by way of latents, in parts. */
@NullMarked
package lichen.app.experiment.latent;

import org.jspecify.annotations.NullMarked;

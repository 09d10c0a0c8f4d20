/**
 * Generators that learn what several photographs look like by way of latents: as the decoder of a variational autoencoder, or against a
 * critic; and what is found by going through their latents. How they learn is model's matter.
 */
@NullMarked
package lichen.app.experiment.latent;

import org.jspecify.annotations.NullMarked;

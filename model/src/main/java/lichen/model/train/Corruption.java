package lichen.model.train;

import java.util.random.RandomGenerator;
import lichen.core.random.RandomStreams;

/**
 * The noise of a denoising autoencoder: Gaussian, the same everywhere, not clipped to [0,1]. It depends on the seed and
 * on the batch's number alone, so that a training which goes on repeats it.
 *
 * <p>Source: Vincent, Larochelle, Bengio and Manzagol, "Extracting and composing robust features with denoising autoencoders"
 * (2008), who put pixels to 0; the Gaussian form is of Vincent et al. (2010), section 3.3.
 *
 * @param deviation its standard deviation, where the image is in [0,1]; 0 for none
 * @param streams the experiment's random numbers
 */
record Corruption(double deviation, RandomStreams streams) {
    /** Adds the noise of one batch. */
    void add(String batch, float[] clean, float[] corrupted) {
        if (deviation == 0) {
            System.arraycopy(clean, 0, corrupted, 0, clean.length);
            return;
        }
        RandomGenerator random = streams.stream(batch);
        for (int i = 0; i < clean.length; i++) {
            corrupted[i] = (float) (clean[i] + deviation * random.nextGaussian());
        }
    }
}

package lichen.synthesis.diffusion;

import lichen.core.image.Image;
import lichen.core.image.Size;

/** What a coarser scale has found: the low frequencies of the image at this one. */
record LowFrequencies(Surface surface, Size coarser, float[] enlarged) {
    static LowFrequencies of(Image coarser, Surface surface) {
        float[] enlarged = Planes.centred(surface.resized(coarser.clamp(), surface.size()));
        return new LowFrequencies(surface, coarser.size(), enlarged);
    }

    /** An image with these low frequencies in place of its own. */
    float[] under(float[] image) {
        Image own = Planes.image(surface.size(), image).clamp();
        float[] low = Planes.centred(surface.resized(surface.resized(own, coarser), surface.size()));
        float[] laid = new float[image.length];
        for (int i = 0; i < laid.length; i++) {
            laid[i] = enlarged[i] + image[i] - low[i];
        }
        return laid;
    }
}

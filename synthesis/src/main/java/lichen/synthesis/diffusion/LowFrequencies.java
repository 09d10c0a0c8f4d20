package lichen.synthesis.diffusion;

import lichen.core.image.Image;
import lichen.core.image.Size;

/** What a coarser scale has found: the low frequencies of the image at this one. */
record LowFrequencies(Size coarser, float[] enlarged) {
    static LowFrequencies of(Image coarser, Size size) {
        return new LowFrequencies(coarser.size(), Planes.centred(Planes.resized(coarser.clamp(), size)));
    }

    /** An image with these low frequencies in place of its own. */
    float[] under(float[] image, Size size) {
        float[] low = Planes.low(image, size, coarser);
        float[] laid = new float[image.length];
        for (int i = 0; i < laid.length; i++) {
            laid[i] = enlarged[i] + image[i] - low[i];
        }
        return laid;
    }
}

package lichen.synthesis.diffusion;

import java.util.List;
import lichen.core.image.Size;

/** What is made, and of which patches: at each scale. */
sealed interface Work permits Texture, TextureByNumbers {
    /** The extents of the image. */
    Size size();

    /** What all sides are multiplied by, the coarsest first; the last is 1. */
    List<Double> scales(PatchDiffusion settings);

    /** The image and the patches at one of the scales. */
    Ground at(double scale, PatchDiffusion settings);

    /** The image and the patches at one scale. */
    record Ground(Surface surface, Exemplar exemplar) {}
}

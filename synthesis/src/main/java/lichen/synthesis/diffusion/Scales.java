package lichen.synthesis.diffusion;

import java.util.List;
import java.util.stream.IntStream;
import lichen.core.image.Size;

/** From which scale to which: equal factors of at most two, from a photograph of a few patches to the whole. */
final class Scales {
    private Scales() {}

    /** What all sides are multiplied by, the coarsest first; the last is 1. */
    static List<Double> of(Size photograph, PatchDiffusion settings) {
        double side = Math.min(photograph.width(), photograph.height());
        double whole = Math.max(1, side / (settings.coarsest() * settings.patch()));
        int finer = (int) Math.ceil(Math.log(whole) / Math.log(2) - 0.1);
        return IntStream.rangeClosed(0, finer)
                .mapToObj(scale -> Math.pow(whole, finer == 0 ? 0 : (double) scale / finer - 1))
                .toList();
    }
}

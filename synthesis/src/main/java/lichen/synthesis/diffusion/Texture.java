package lichen.synthesis.diffusion;

import java.util.List;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/**
 * A texture of one photograph, which tiles.
 *
 * @param photograph lends the patches
 * @param size of the image
 */
record Texture(Image photograph, Size size) implements Work {
    @Override
    public List<Double> scales(PatchDiffusion settings) {
        return Scales.of(photograph.size(), settings);
    }

    @Override
    public Ground at(double scale, PatchDiffusion settings) {
        Image scaled = Resize.fit(photograph, photograph.size().scaled(scale));
        return new Ground(Surface.tiling(size.scaled(scale)), Exemplar.of(scaled, settings));
    }
}

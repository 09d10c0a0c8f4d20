package lichen.synthesis.diffusion;

import java.util.List;
import lichen.core.image.Image;
import lichen.core.image.Regions;
import lichen.core.image.Resize;
import lichen.core.image.Size;

/**
 * A texture for each region of a map: a patch whose middle lies in a region is one of the region's photograph.
 *
 * <p>Source: "texture by numbers" of Hertzmann et al., "Image Analogies", SIGGRAPH 2001, section 4.5.
 *
 * @param photographs one for each colour of the map, in its order
 * @param map of the image's extents
 */
record TextureByNumbers(List<Image> photographs, Regions map) implements Work {
    @Override
    public Size size() {
        return map.size();
    }

    @Override
    public List<Double> scales(PatchDiffusion settings) {
        List<Double> scales = Scales.of(least(), settings);
        return scales.stream()
                .filter(scale -> scale == 1 || shorter(size().scaled(scale)) >= settings.patch())
                .toList();
    }

    @Override
    public Ground at(double scale, PatchDiffusion settings) {
        List<Image> scaled = photographs.stream()
                .map(image -> Resize.fit(image, image.size().scaled(scale)))
                .toList();
        return new Ground(Surface.of(map.fit(size().scaled(scale))), Exemplar.of(scaled, settings));
    }

    /** The extents of the smallest photograph: at the coarsest scale it is of a few patches. */
    private Size least() {
        Size least = photographs.get(0).size();
        for (Image photograph : photographs) {
            least = shorter(photograph.size()) < shorter(least) ? photograph.size() : least;
        }
        return least;
    }

    private static int shorter(Size size) {
        return Math.min(size.width(), size.height());
    }
}

package lichen.synthesis.diffusion;

import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Regions;
import lichen.core.image.Size;

/**
 * Makes an image out of noise by a diffusion whose model is the photograph itself: no weights, no gradients.
 *
 * <p>From coarse to fine. At each scale the image x is noise at first, and in each step patches of it are compared with a
 * times the photograph's, where a grows to 1 and the noise is s = 1 - a: the nearest patches, laid over each other, are the
 * image x' that x stands for, and x becomes a' x' + s' (x - a x') / s. A patch commits to one patch of the photograph in all its
 * pixels at once while noise is still high: objects keep their contours.
 *
 * <p>At the coarsest scale a begins at 0, and x' is the mean of all patches y of the photograph, each with a weight that falls
 * with |x - a y|² / 2 s², such that all of them are used alike. Beyond it x' takes the low frequencies that the coarser scale
 * has found; its patches are the nearest ones, found by PatchMatch; x begins with the patches that lie where the coarser scale's
 * do, and noise.
 *
 * <p>The image tiles. Cost: linear in pixels times those of a patch. Copies: the larger patches and image, the more.
 *
 * <p>Source: the diffusion of arXiv 2606.04299; nearest patches: Barnes et al., "PatchMatch", SIGGRAPH 2009.
 *
 * @param patch side of a patch in pixels
 * @param steps steps at each scale
 * @param spacing pixels from a patch of the image that is compared to the next; laid anew at random in each step
 * @param coarsest the shorter side of the photograph at the coarsest scale, in patches: less follows the photograph, more
 *     loses structure
 * @param mirrored whether the photograph's mirror image lends patches too
 */
public record PatchDiffusion(int patch, int steps, int spacing, double coarsest, boolean mirrored) {
    /** The least side of a patch. */
    public static final int LEAST_PATCH = 3;

    /** Checks the ranges. */
    public PatchDiffusion {
        Require.atLeast(LEAST_PATCH, "patch", patch);
        Require.atLeast(2, "steps", steps);
        Require.atLeast(1, "spacing", spacing);
        Require.that(
                spacing <= patch / 2,
                "spacing",
                "must be at most " + patch / 2 + ", half of the patch, but is " + spacing);
        Require.that(coarsest >= 1.25, "coarsest", "must be at least 1.25 patches, but is " + coarsest);
    }

    /**
     * Begins an image, with no step taken.
     *
     * @param photograph where patches come from
     * @param size the extents of the image to make: any
     * @param random the noise; the same numbers give the same image on every machine
     * @throws lichen.core.check.InvalidValueException naming the patch, if the photograph is smaller
     */
    public Diffusion begin(Image photograph, Size size, RandomGenerator random) {
        requireSizes(photograph.size());
        return new Diffusion(this, new Texture(photograph, size), random);
    }

    /**
     * Begins an image that has another texture in each region of a map. It does not tile.
     *
     * @param photographs where patches come from: one for each colour of the map, in its order
     * @param map of the extents of the image to make
     * @throws lichen.core.check.InvalidValueException naming the patch, if a photograph or the image is smaller
     */
    public Diffusion begin(List<Image> photographs, Regions map, RandomGenerator random) {
        photographs.forEach(photograph -> requireSizes(photograph.size()));
        requireRoom(map.size());
        return new Diffusion(this, new TextureByNumbers(photographs, map), random);
    }

    private void requireRoom(Size size) {
        int side = Math.min(size.width(), size.height());
        Require.that(
                patch <= side,
                "patch",
                "must be at most " + side + ", the shorter side of the image of " + size + " pixels, but is " + patch);
    }

    /**
     * Checks that there are patches.
     *
     * @param photograph the extents of where patches come from
     * @throws lichen.core.check.InvalidValueException naming the patch, if it is smaller
     */
    public void requireSizes(Size photograph) {
        int side = Math.min(photograph.width(), photograph.height());
        Require.that(
                patch <= side,
                "patch",
                "must be at most " + side + ", the shorter side of the photograph of " + photograph + " pixels, but is "
                        + patch);
    }

    /** Takes all steps of {@link #begin}. */
    public Image diffuse(Image photograph, Size size, RandomGenerator random) {
        return begin(photograph, size, random).finished();
    }
}

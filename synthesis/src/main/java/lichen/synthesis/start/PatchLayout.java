package lichen.synthesis.start;

import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.synthesis.diffusion.PatchDiffusion;

/**
 * What {@link PatchDiffusion} makes of the target at a smaller scale, enlarged: objects that have their contours, in detail that
 * is still to be found. The smaller, the less of it is a copy.
 *
 * @param scale what the sides of image and target are multiplied by, in (0, 1]
 * @param patch side of a patch in pixels at that scale; the target's shorter side, if that is less
 * @param steps steps at each scale of the diffusion
 * @param spacing pixels from a patch that is compared to the next
 * @param coarsest the shorter side of the target at the diffusion's coarsest scale, in patches
 * @param mirrored whether the target's mirror image lends patches too
 * @param noise the greatest distance of even noise that is added, in [0, 1]
 */
@Summary("a layout out of the target's patches, at a smaller scale: objects with contours")
public record PatchLayout(
        @Default("0.66") @Summary("what the sides of image and target are multiplied by")
        double scale,

        @Default("11") @Summary("side of a patch in pixels at that scale")
        int patch,

        @Default("6") @Summary("steps at each scale of the diffusion")
        int steps,

        @Default("1") @Summary("pixels from a patch that is compared to the next")
        int spacing,

        @Default("2") @Summary("shorter side of the target at the diffusion's coarsest scale, in patches")
        double coarsest,

        @Default("false") @Summary("whether the target's mirror image lends patches too")
        boolean mirrored,

        @Default("0.1") @Summary("greatest distance of even noise that is added")
        double noise)
        implements StartImage {
    /** Checks the ranges. */
    public PatchLayout {
        Require.within(0, 1, "scale", scale);
        Require.positive("scale", scale);
        Require.within(0, 1, "noise", noise);
        new PatchDiffusion(patch, steps, spacing, coarsest, mirrored);
    }

    @Override
    public Image create(StartContext context) {
        Size whole = context.target().size();
        double factor = Math.max(scale, (double) PatchDiffusion.LEAST_PATCH / Math.min(whole.width(), whole.height()));
        Image target = Resize.fit(context.target(), whole.scaled(factor));
        int side = Math.min(patch, Math.min(target.width(), target.height()));
        PatchDiffusion diffusion = new PatchDiffusion(side, steps, Math.min(spacing, side / 2), coarsest, mirrored);
        RandomGenerator random = context.random();
        Image layout = diffusion.diffuse(target, context.size().scaled(scale), random);
        float[] rgb = Resize.circular(layout, context.size()).toArray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] += (float) Noise.uniform(random, -noise, noise);
        }
        return Image.of(context.size().width(), context.size().height(), rgb).clamp();
    }
}

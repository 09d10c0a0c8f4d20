package lichen.synthesis.diffusion;

import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.synthesis.stepwise.StepwiseImage;

/** An image in the making: step by step, scale by scale from the coarsest. */
public final class Diffusion implements StepwiseImage {
    private final PatchDiffusion settings;
    private final Work work;
    private final List<Double> scales;
    private DiffusionScale scale;
    private int taken;

    Diffusion(PatchDiffusion settings, Work work, RandomGenerator random) {
        this.settings = settings;
        this.work = work;
        scales = work.scales(settings);
        scale = DiffusionScale.coarsest(settings, ground(0), random);
    }

    @Override
    public int steps() {
        return scales.size() * settings.steps();
    }

    @Override
    public int taken() {
        return taken;
    }

    /** How far the image is, at its full size; full of noise until a scale's last step. */
    @Override
    public Image image() {
        return scale.image(work.size()).clamp();
    }

    @Override
    public void step() {
        if (taken == steps()) {
            throw new IllegalStateException("all " + steps() + " steps are taken");
        }
        if (taken > 0 && taken % settings.steps() == 0) {
            scale = scale.finer(ground(taken / settings.steps()));
        }
        scale.step(taken % settings.steps());
        taken++;
    }

    /**
     * Another map of what the photograph shows, laid as the image is: each of its patches where the photograph's is, by the same weights.
     *
     * @param map of the photograph's extents
     * @throws IllegalStateException if not all steps are taken
     */
    public Image laid(Image map) {
        if (taken < steps()) {
            throw new IllegalStateException("only " + taken + " of " + steps() + " steps are taken");
        }
        return scale.laid(map);
    }

    private Work.Ground ground(int index) {
        return work.at(scales.get(index), settings);
    }
}

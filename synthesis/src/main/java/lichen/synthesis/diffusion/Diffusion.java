package lichen.synthesis.diffusion;

import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.synthesis.stepwise.StepwiseImage;

/** An image in the making: step by step, scale by scale from the coarsest. */
public final class Diffusion implements StepwiseImage {
    private final PatchDiffusion settings;
    private final Image photograph;
    private final Size size;
    private final RandomGenerator random;
    private final List<Double> scales;
    private DiffusionScale scale;
    private int taken;

    Diffusion(PatchDiffusion settings, Image photograph, Size size, RandomGenerator random) {
        this.settings = settings;
        this.photograph = photograph;
        this.size = size;
        this.random = random;
        scales = Scales.of(photograph.size(), settings);
        scale = DiffusionScale.coarsest(settings, exemplar(0), extents(0), random);
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
        return Planes.resized(scale.image(), size).clamp();
    }

    @Override
    public void step() {
        if (taken == steps()) {
            throw new IllegalStateException("all " + steps() + " steps are taken");
        }
        if (taken > 0 && taken % settings.steps() == 0) {
            int next = taken / settings.steps();
            scale = scale.finer(exemplar(next), extents(next));
        }
        scale.step(taken % settings.steps());
        taken++;
    }

    private Exemplar exemplar(int index) {
        Size extents = photograph.size().scaled(scales.get(index));
        return Exemplar.of(Resize.fit(photograph, extents), settings);
    }

    private Size extents(int index) {
        return size.scaled(scales.get(index));
    }
}

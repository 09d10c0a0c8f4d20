package lichen.synthesis.diffusion;

import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.random.NormalDeviates;

/** The diffusion at one scale. */
final class DiffusionScale {
    /** What is left of the noise after the last step. */
    private static final double LEAST_NOISE = 1e-4;

    /** How much of what the coarser scale's patches are at this one is there from the beginning, the rest noise. */
    private static final double INHERITED = 0.6;

    private static final int PASSES = 2;

    private final PatchDiffusion settings;
    private final Surface surface;
    private final Exemplar exemplar;
    private final RandomGenerator random;
    private final Optional<LowFrequencies> layout;
    private float[] noisy;
    private QueryGrid grid;
    private int[] regions;
    private PatchField field;

    private DiffusionScale(
            PatchDiffusion settings, Work.Ground ground, RandomGenerator random, Optional<DiffusionScale> coarser) {
        this.settings = settings;
        this.random = random;
        surface = ground.surface();
        exemplar = ground.exemplar();
        Size size = surface.size();
        layout = coarser.map(before -> LowFrequencies.of(before.image(), surface));
        noisy = NormalDeviates.deviates(size.width() * size.height() * Image.CHANNELS, random);
        grid = surface.grid(settings, 0, 0);
        regions = surface.regions(grid, settings.patch());
        field = coarser.map(before -> before.field.finer(grid, exemplar, before.grid, before.exemplar))
                .orElseGet(() -> new PatchField(grid));
        if (coarser.isPresent()) {
            field.settle(exemplar, regions, random);
            inherit();
        }
    }

    /** The first scale. */
    static DiffusionScale coarsest(PatchDiffusion settings, Work.Ground ground, RandomGenerator random) {
        return new DiffusionScale(settings, ground, random, Optional.empty());
    }

    /** The scale after this one. */
    DiffusionScale finer(Work.Ground ground) {
        return new DiffusionScale(settings, ground, random, Optional.of(this));
    }

    /** The image, noisy until the last step. */
    Image image() {
        return Planes.image(surface.size(), noisy);
    }

    /** The image at other extents. */
    Image image(Size size) {
        return surface.resized(image(), size);
    }

    /** Takes a step, counted from 0. */
    void step(int index) {
        double signal = signal(index);
        double noise = 1 - signal;
        lay(surface.grid(settings, random.nextInt(settings.spacing()), random.nextInt(settings.spacing())));
        float[] denoised = denoised(signal, noise);
        if (index + 1 == settings.steps()) {
            noisy = denoised;
            return;
        }
        double next = signal(index + 1);
        float[] laidOut = layout.map(found -> found.under(denoised)).orElse(denoised);
        float[] stepped = new float[noisy.length];
        for (int i = 0; i < stepped.length; i++) {
            double rest = (noisy[i] - signal * denoised[i]) / noise;
            stepped[i] = (float) (next * laidOut[i] + (1 - next) * rest);
        }
        noisy = stepped;
    }

    private void lay(QueryGrid next) {
        field.move(exemplar, next.right() - grid.right(), next.down() - grid.down());
        grid = next;
        regions = surface.regions(grid, settings.patch());
        field.settle(exemplar, regions, random);
    }

    /** The patches of the photograph at this scale that lie where those did that the coarser one had found. */
    private void inherit() {
        float[] inherited = nearest();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (INHERITED * inherited[i] + (1 - INHERITED) * noisy[i]);
        }
    }

    private double signal(int index) {
        double first = layout.isPresent() ? INHERITED : 0;
        return first + (1 - LEAST_NOISE - first) * index / (settings.steps() - 1);
    }

    private float[] denoised(double signal, double noise) {
        Queries queries = new Queries(noisy, grid, regions, settings.patch());
        float[] photograph = exemplar.times(signal);
        if (layout.isEmpty()) {
            Fold fold = new Fold(surface.size(), settings.patch());
            new PosteriorMean(queries, exemplar, photograph, noise).lay(fold, field);
            return fold.image();
        }
        new PatchMatch(queries, exemplar, photograph).improve(field, PASSES, random.nextLong());
        return nearest();
    }

    /** Another map of what the photograph shows, in the image's place. */
    Image laid(Image map) {
        return Planes.image(surface.size(), nearest(Exemplar.of(map, settings).values()));
    }

    private float[] nearest() {
        return nearest(exemplar.values());
    }

    private float[] nearest(float[] values) {
        Fold fold = new Fold(surface.size(), settings.patch());
        for (int query = 0; query < grid.count(); query++) {
            fold.lay(grid.x(query), grid.y(query), values, exemplar.width(), field.place(query));
        }
        return fold.image();
    }
}

package lichen.app.quality.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.core.check.Require;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;

/**
 * Patches: whether small neighbourhoods, at each scale, look the same as often.
 *
 * <p>The mean over the levels of a Laplacian pyramid of at least 16 pixels, and over random directions, of the Wasserstein-1
 * distance of the projections of patches of 7 x 7 pixels; of more than 16,384 patches so many, evenly. The channels of each level
 * are brought to mean 0 and variance 1 over both images' patches together, so that, unlike in the source, a lack of contrast counts.
 * The directions are the same in every call. Cost: 147 multiply-adds for each patch and direction, and sorting.
 *
 * <p>Source: Karras et al., Progressive growing of GANs, 2018, section 5.
 *
 * @param directions random directions in the space of patches; the mean over 32 strays by some percent, for image and floor alike
 */
@Summary("sliced Wasserstein distance of patches on the levels of a Laplacian pyramid")
public record LaplacianSlicedWasserstein(
        @Default("32") @Summary("random directions in the space of patches")
        int directions) implements Measure {
    private static final int LEAST_SIDE = 16;

    /** Checks that there is a direction. */
    public LaplacianSlicedWasserstein {
        Require.atLeast(1, "directions", directions);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.PATCHES);
    }

    @Override
    public Gauge open() {
        return this::between;
    }

    private double between(Image image, Image photograph) {
        List<Image> ones = LaplacianPyramid.of(image, LEAST_SIDE);
        List<Image> others = LaplacianPyramid.of(photograph, LEAST_SIDE);
        int levels = Math.min(ones.size(), others.size());
        RandomGenerator random = new RandomStreams(0).stream("measure-laplacian-sliced-wasserstein");
        double sum = 0;
        for (int level = 0; level < levels; level++) {
            sum += between(PatchMatrix.of(ones.get(level)), PatchMatrix.of(others.get(level)), random);
        }
        return sum / levels;
    }

    private double between(PatchMatrix one, PatchMatrix other, RandomGenerator random) {
        PatchMatrix.normalize(one, other);
        double[][] slices = new double[directions][];
        Arrays.setAll(slices, i -> UnitVectors.draw(PatchMatrix.NUMBERS, random));
        float[][] ones = one.projected(slices);
        float[][] others = other.projected(slices);
        double sum = 0;
        for (int i = 0; i < directions; i++) {
            sum += Wasserstein.between(ones[i], others[i]);
        }
        return sum / directions;
    }
}

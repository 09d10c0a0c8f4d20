package lichen.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;

/**
 * One layer of untrained filters of several sizes, with ReLU: the control that every trained network has to beat.
 *
 * <p>The image is shifted to [-1,1] and mirrored at its border, so that no frame forms there; then a convolution for each
 * size, stride 1, weights uniform in
 * +-sqrt(6 / (fan in + fan out)), no bias; the layer {@code filters} holds the channels of all sizes, {@code filters-7} those
 * of the size 7.
 *
 * <p>Source: Ustyuzhaninov, Brendel, Gatys and Bethge, "What does it take to generate natural textures?" (2017), section 2.
 *
 * @param sizes the sides of the filters in pixels, odd
 * @param filters how many filters of each size
 */
@Summary("one layer of untrained filters of several sizes")
public record RandomFilters(
        @Default("[3, 5, 7, 11, 15, 23]") @Summary("sides of the filters in pixels, odd")
        List<Integer> sizes,

        @Default("32") @Summary("how many filters of each size")
        int filters)
        implements GraphSpec {
    private static final String ALL = "filters";
    private static final String SCALING = "input-scaling";

    /** Checks that the sizes are odd and different. */
    public RandomFilters {
        Require.that(!sizes.isEmpty(), "sizes", "must name at least one size");
        Require.that(
                sizes.stream().allMatch(size -> size > 0 && size % 2 == 1), "sizes", "must be odd, but are " + sizes);
        Require.that(sizes.stream().distinct().count() == sizes.size(), "sizes", "must be different, but are " + sizes);
        Require.atLeast(1, "filters", filters);
        sizes = List.copyOf(sizes);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(
                SCALING,
                new Operation.ScaleShift(new float[] {2, 2, 2}, new float[] {-1, -1, -1}),
                Architecture.IMAGE));
        List<String> names = new ArrayList<>();
        for (int size : sizes) {
            String name = ALL + "-" + size;
            String margin = "margin-" + size;
            nodes.add(new Node(
                    margin,
                    new Operation.Extend(Extension.Kind.REFLECT, Margins.symmetric(size / 2, size / 2)),
                    SCALING));
            nodes.add(new Node(name, convolution(size, random), margin));
            names.add(name);
        }
        nodes.add(new Node(ALL, new Operation.Concatenate(), names));
        return new Graph(nodes);
    }

    private Operation.Convolve convolution(int size, RandomGenerator random) {
        int taps = size * size;
        double bound = Math.sqrt(6.0 / (taps * (double) (Image.CHANNELS + filters)));
        float[] weights = new float[filters * taps * Image.CHANNELS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextDouble(-bound, bound);
        }
        return new Operation.Convolve(
                new Convolution(size, size, 1, Convolution.Padding.VALID),
                NdArray.of(weights, filters, size, size, Image.CHANNELS),
                NdArray.of(new float[filters], filters),
                true);
    }
}

package lichen.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.Extend;
import lichen.model.operation.ScaleShift;

/**
 * One layer of untrained filters of several sizes, with ReLU: the control that every trained network has to beat.
 *
 * <p>The image is shifted to [-1,1] and mirrored at its border, so that no frame forms there; then a convolution for each
 * size, stride 1, weights uniform in
 * +-sqrt(6 / (fan in + fan out)), no bias; the layer {@code filters} holds the channels of all sizes, {@code filters-7} those
 * of the size 7. Photographs are mostly slow changes of brightness, and so is what plain filters answer to: {@code centred}
 * filters do not see brightness, and with {@code whiten} they see all frequencies and colours as strong as each other.
 *
 * <p>Source: Ustyuzhaninov, Brendel, Gatys and Bethge, "What does it take to generate natural textures?" (2017), section 2.
 *
 * @param sizes the sides of the filters in pixels, odd
 * @param filters how many filters of each size
 * @param centred whether each filter's mean over space is removed, for each colour
 * @param whiten whether colours and neighbouring pixels are made uncorrelated first, see {@link Whitening}
 */
@Summary("one layer of untrained filters of several sizes")
public record RandomFilters(
        @Default("[3, 5, 7, 11, 15, 23]") @Summary("sides of the filters in pixels, odd")
        List<Integer> sizes,

        @Default("32") @Summary("how many filters of each size")
        int filters,

        @Default("false") @Summary("whether filters answer to structure only, and not to brightness")
        boolean centred,

        @Default("false")
        @Summary("whether the colours and neighbouring pixels of a photograph are made uncorrelated first")
        boolean whiten)
        implements GraphSpec {
    private static final String ALL = "filters";
    private static final String SCALING = "input-scaling";
    private static final String WHITENING = "whitening";

    /** Checks that the sizes are odd and different. */
    public RandomFilters {
        Require.that(!sizes.isEmpty(), "sizes", "must name at least one size");
        Require.that(
                sizes.stream().allMatch(size -> size > 0 && size % 2 == 1), "sizes", "must be odd, but are " + sizes);
        Require.that(sizes.stream().distinct().count() == sizes.size(), "sizes", "must be different, but are " + sizes);
        Require.atLeast(1, "filters", filters);
        sizes = List.copyOf(sizes);
    }

    /** The filters of the source: neither centred nor of a whitened image. */
    public RandomFilters(List<Integer> sizes, int filters) {
        this(sizes, filters, false, false);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.FILTERS);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(
                new Node(SCALING, new ScaleShift(new float[] {2, 2, 2}, new float[] {-1, -1, -1}), Architecture.IMAGE));
        if (whiten) {
            nodes.add(margin(WHITENING, Whitening.SIDE, SCALING));
            nodes.add(new Node(WHITENING, Whitening.convolution(), "margin-" + WHITENING));
        }
        String seen = nodes.get(nodes.size() - 1).name();
        List<String> names = new ArrayList<>();
        for (int size : sizes) {
            String name = ALL + "-" + size;
            nodes.add(margin(String.valueOf(size), size, seen));
            nodes.add(new Node(name, convolution(size, random), "margin-" + size));
            names.add(name);
        }
        nodes.add(new Node(ALL, new Concatenate(), names));
        return new Graph(nodes);
    }

    private static Node margin(String name, int side, String input) {
        Margins margins = Margins.symmetric(side / 2, side / 2);
        return new Node("margin-" + name, new Extend(Extension.Kind.REFLECT, margins), input);
    }

    private Convolve convolution(int size, RandomGenerator random) {
        NdArray<float[]> weights = Filters.glorot(filters, size, Image.CHANNELS, random);
        return new Convolve(
                new Convolution(size, size, 1, Convolution.Padding.VALID),
                centred ? Filters.centred(weights) : weights,
                NdArray.of(new float[filters], filters),
                true);
    }
}

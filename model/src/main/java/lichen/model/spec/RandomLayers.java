package lichen.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Extend;
import lichen.model.operation.Pool;
import lichen.model.operation.ScaleShift;

/**
 * Several layers of untrained filters with ReLU, one on the other: {@code conv1, conv2, pool2, ...}, maps mirrored at their
 * border. Each layer is scaled so that its mean over 1/f noise with the colours of photographs is 1: no layer of a Gram loss
 * then drowns another.
 *
 * <p>Source: He, Wang and Hopcroft, "A powerful generative model using random weights for the deep image representation"
 * (2016), sections 2 and 3; there, of several draws of a layer the best is kept, here not.
 *
 * @param layers the layers, one after the other
 * @param pooling which value stands for a window
 * @param initialization how weights are drawn
 * @param centred whether each filter's mean over space is removed, for each input channel; those of one pixel stay as drawn
 * @param whiten whether colours and neighbouring pixels are made uncorrelated first, see {@link Whitening}
 */
@Summary("several layers of untrained filters, scaled to each other")
public record RandomLayers(
        @Default("""
                        [{"filters": 32, "kernel": 5}, {"filters": 32, "kernel": 3, "pool": true},
                         {"filters": 64, "kernel": 3}, {"filters": 64, "kernel": 3, "pool": true},
                         {"filters": 128, "kernel": 3}, {"filters": 128, "kernel": 3}]""") @Summary("the layers, one after the other")
        List<RandomLayer> layers,

        @Default("\"average\"") @Summary("which value stands for a window: average or max")
        Pooling.Kind pooling,

        @Default("\"orthogonal\"") @Summary("how weights are drawn: orthogonal or glorot")
        Initialization initialization,

        @Default("true") @Summary("whether filters answer to structure only, and not to brightness")
        boolean centred,

        @Default("true")
        @Summary("whether the colours and neighbouring pixels of a photograph are made uncorrelated first")
        boolean whiten)
        implements GraphSpec {
    private static final String SCALING = "input-scaling";
    private static final String WHITENING = "whitening";

    /** Copies the list. */
    public RandomLayers {
        Require.that(!layers.isEmpty(), "layers", "must be at least one");
        layers = List.copyOf(layers);
    }

    @Override
    public Set<Statistic> statistics() {
        return Set.of(Statistic.FILTERS);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        return UnitMeans.of(
                unscaled(random),
                IntStream.range(0, layers.size()).mapToObj(RandomLayers::name).toList());
    }

    @Override
    public Graph nodes() {
        return unscaled(new RandomStreams(0).stream("outline"));
    }

    private Graph unscaled(RandomGenerator random) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(
                new Node(SCALING, new ScaleShift(new float[] {2, 2, 2}, new float[] {-1, -1, -1}), Architecture.IMAGE));
        if (whiten) {
            addMirrored(nodes, WHITENING, Whitening.convolution());
        }
        int inputs = Image.CHANNELS;
        for (int i = 0; i < layers.size(); i++) {
            RandomLayer layer = layers.get(i);
            addMirrored(nodes, name(i), convolution(layer, inputs, random));
            if (layer.pool()) {
                Convolution two = new Convolution(2, 2, 2, Convolution.Padding.SAME);
                nodes.add(new Node("pool" + (i + 1), new Pool(pooling, two), last(nodes)));
            }
            inputs = layer.filters();
        }
        return new Graph(nodes);
    }

    private Convolve convolution(RandomLayer layer, int inputs, RandomGenerator random) {
        boolean structure = centred && layer.kernel() > 1;
        NdArray<float[]> weights = initialization.draw(layer.filters(), layer.kernel(), inputs, structure, random);
        return new Convolve(
                        new Convolution(layer.kernel(), layer.kernel(), 1, Convolution.Padding.VALID),
                        weights,
                        NdArray.of(new float[layer.filters()], layer.filters()),
                        true)
                .dilated(layer.dilation());
    }

    private static void addMirrored(List<Node> nodes, String name, Convolve convolution) {
        int margin = convolution.geometry().kernelHeight() / 2;
        String margins = "margin-" + name;
        nodes.add(
                new Node(margins, new Extend(Extension.Kind.REFLECT, Margins.symmetric(margin, margin)), last(nodes)));
        nodes.add(new Node(name, convolution, margins));
    }

    private static String name(int layer) {
        return "conv" + (layer + 1);
    }

    private static String last(List<Node> nodes) {
        return nodes.get(nodes.size() - 1).name();
    }
}

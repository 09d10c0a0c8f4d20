package lichen.model.train;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.core.npy.NdArray;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.core.random.NormalDeviates;
import lichen.core.tensor.Convolution;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.BatchNormalize;
import lichen.model.operation.Convolve;
import lichen.model.operation.LeakyRelu;

/**
 * A network that tells patches of photographs from those that a generator made: 5 x 5 convolutions of stride 2 with leaky ReLU, from
 * the second on normalised by the batch, and a last one that gives a score at each place, above 0 for what it takes for a photograph.
 *
 * <p>Source: Radford, Metz and Chintala, "Unsupervised representation learning with deep convolutional generative adversarial
 * networks" (2016); scores at each place as Bergmann et al. (2017).
 *
 * @param channels of the first maps; the others have twice as many
 * @param halvings how often maps are halved: it sees 13, 29 or 61 pixels and more at once
 */
@Summary("tells patches of photographs from those that were made")
public record Critic(
        @Default("32") @Summary("channels of the first maps; the others have twice as many")
        int channels,

        @Default("3") @Summary("how often maps are halved") int halvings) {
    private static final int KERNEL = 5;
    private static final double SLOPE = 0.2;
    private static final double EPSILON = 1e-5;
    private static final double DECAY = 0.9;
    private static final int MOST = 6;

    /** The name of the last node, {@code [N,H,W,1]}. */
    static final String SCORES = "scores";

    /** Checks the ranges. */
    public Critic {
        Require.atLeast(1, "channels", channels);
        Require.that(halvings >= 1 && halvings <= MOST, "halvings", "must be from 1 to " + MOST);
    }

    /** The graph, with fresh weights. */
    Graph graph(RandomGenerator random) {
        List<Node> nodes = new ArrayList<>();
        String maps = Architecture.IMAGE;
        int depth = Image.CHANNELS;
        for (int i = 0; i < halvings; i++) {
            int next = i == 0 ? channels : 2 * channels;
            String name = "critic-" + i;
            nodes.add(new Node(name + "-conv", convolution(2, depth, next, random), maps));
            String last = name + "-conv";
            if (i > 0) {
                nodes.add(new Node(name + "-norm", BatchNormalize.identity(next, EPSILON, DECAY), last));
                last = name + "-norm";
            }
            nodes.add(new Node(name + "-relu", new LeakyRelu(SLOPE), last));
            maps = name + "-relu";
            depth = next;
        }
        nodes.add(new Node(SCORES, convolution(1, depth, 1, random), maps));
        return new Graph(nodes);
    }

    private static Convolve convolution(int stride, int before, int after, RandomGenerator random) {
        int fanIn = KERNEL * KERNEL * before;
        float[] weights = NormalDeviates.deviates(after * fanIn, random);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= (float) Math.sqrt(fanIn);
        }
        return new Convolve(
                new Convolution(KERNEL, KERNEL, stride, Convolution.Padding.SAME),
                NdArray.of(weights, after, KERNEL, KERNEL, before),
                NdArray.of(new float[after], after),
                false);
    }
}

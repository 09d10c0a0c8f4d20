package lichen.app.cli.benchmark;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lichen.model.generator.Normalization;
import lichen.model.generator.TextureNetwork;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.LeakyRelu;

/** The texture network as the experiment of this name trains it, with random weights: the same for every contender. */
final class TextureGenerator {
    /** Of Adam. */
    static final double LEARNING_RATE = 0.01;

    /** Channels of each noise. */
    static final int NOISE = 3;

    private static final TextureNetwork NETWORK = new TextureNetwork(4, 8, NOISE, Normalization.INSTANCE);
    private static final int SEED = 4;

    private TextureGenerator() {}

    /**
     * A convolution.
     *
     * @param normalised whether a normalisation follows, which takes a bias away again: it is not learned
     */
    record Convolution(Convolve convolve, boolean normalised) {}

    /** The network, the same at each call. Its inputs come from coarse to fine, each twice as large as the one before. */
    static Graph graph() {
        return NETWORK.graph(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    }

    /** Its convolutions, in the order of computation. */
    static List<Convolution> convolutions() {
        Set<String> normalised = normalised().collect(Collectors.toSet());
        return graph().nodes().stream()
                .filter(node -> node.operation() instanceof Convolve)
                .map(node -> new Convolution((Convolve) node.operation(), normalised.contains(node.name())))
                .toList();
    }

    /** The names of biases that are not learned. */
    static Set<String> idle() {
        return normalised().map(name -> name + "/bias").collect(Collectors.toSet());
    }

    private static Stream<String> normalised() {
        return graph().nodes().stream()
                .filter(node -> node.operation() instanceof InstanceNormalize)
                .map(node -> node.inputs().get(0));
    }

    /** What is added to every variance. */
    static double epsilon() {
        return any(InstanceNormalize.class).epsilon();
    }

    /** Of every leaky ReLU. */
    static double slope() {
        return any(LeakyRelu.class).slope();
    }

    private static <T> T any(Class<T> operation) {
        return graph().nodes().stream()
                .map(Node::operation)
                .filter(operation::isInstance)
                .map(operation::cast)
                .findFirst()
                .orElseThrow();
    }
}

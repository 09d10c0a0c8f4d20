package lichen.model.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.random.NormalDeviates;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Pooling;
import lichen.model.generator.Generator;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Add;
import lichen.model.operation.Convolve;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Multiply;
import lichen.model.operation.Operation;
import lichen.model.operation.Pool;
import lichen.model.operation.Sigmoid;

/**
 * A variational autoencoder as one network: an encoder that says of each latent of a generator what its mean and deviation are for
 * an image, noise that is scaled and shifted by them, and the generator, the decoder, which reads that in place of its inputs.
 *
 * <p>The encoder is a 3 x 3 convolution with leaky ReLU and a pooling by 2 for each doubling of the decoder, with twice the
 * channels each time up to four times; latents in space are read from its last maps, vectors from their mean. Deviations are sigmoids: one
 * above 1, that of the samples, is of no use.
 *
 * @param graph reads the image and, for each latent, noise {@code <latent>-noise} of its extents
 * @param decoder the generator, with the numbers that it had before
 * @param latents its inputs, in the order of their names
 */
public record VariationalGraph(Graph graph, Generator decoder, List<String> latents) {
    private static final double SLOPE = 0.01;
    private static final int MOST_WIDER = 4;

    /** The deviation that it begins with: sigmoid(-1). */
    private static final float FIRST = -1;

    /** Copies the list. */
    public VariationalGraph {
        latents = List.copyOf(latents);
    }

    /**
     * An encoder for a generator.
     *
     * @param decoder its stride is a power of 2
     * @param channels of the encoder's first maps
     * @param side extents of the images that it learns from, both ways
     * @param random the stream that its weights are drawn from
     * @throws lichen.core.check.InvalidValueException if the generator has latents at several scales, is not given noise alone, or has no images of that side
     */
    public static VariationalGraph of(Generator decoder, int channels, int side, RandomGenerator random) {
        Require.atLeast(1, "channels", channels);
        decoder.requireNoiseAlone("generator");
        decoder.requireSize(new Size(side, side));
        long maps = decoder.graph().inputs().stream()
                .filter(input -> input.size().isEmpty())
                .count();
        Require.that(maps == 1, "generator", "must read one map of latents to have an encoder, but reads " + maps);
        Require.that(
                Integer.bitCount(decoder.stride()) == 1,
                "generator",
                "must enlarge by a power of 2 to have an encoder, but enlarges by " + decoder.stride());
        return new Drawing(decoder, random).graph(channels, side);
    }

    static String mean(String latent) {
        return "encoder-" + latent + "-mean";
    }

    static String deviation(String latent) {
        return "encoder-" + latent + "-deviation";
    }

    static String noise(String latent) {
        return latent + "-noise";
    }

    /** What is read of it: the image first, then means and deviations. */
    List<String> outputs() {
        List<String> outputs = new ArrayList<>();
        List<Node> nodes = graph.nodes();
        outputs.add(nodes.get(nodes.size() - 1).name());
        latents.forEach(latent -> outputs.addAll(List.of(mean(latent), deviation(latent))));
        return outputs;
    }

    /** The decoder alone, with the numbers that a network of this graph has. */
    Graph decoder(Graph learned) {
        Set<String> names = new HashSet<>();
        decoder.graph().nodes().forEach(node -> names.add(node.name()));
        return new Graph(
                decoder.graph().inputs(),
                learned.nodes().stream()
                        .filter(node -> names.contains(node.name()))
                        .toList());
    }

    /** A graph in the making; what adds nodes gives the name of the last. */
    private static final class Drawing {
        private final Generator decoder;
        private final RandomGenerator random;
        private final List<Input> inputs = new ArrayList<>(List.of(Input.IMAGE));
        private final List<Node> nodes = new ArrayList<>();

        Drawing(Generator decoder, RandomGenerator random) {
            this.decoder = decoder;
            this.random = random;
        }

        VariationalGraph graph(int channels, int side) {
            String maps = Architecture.IMAGE;
            int depth = Image.CHANNELS;
            int halvings = Integer.numberOfTrailingZeros(decoder.stride());
            for (int i = 0; i < halvings; i++) {
                int next = Math.min(channels << i, MOST_WIDER * channels);
                String active = activated("encoder-" + i, maps, convolution(3, depth, next, 0));
                maps = add("encoder-" + i + "-pool", pooling(2), active);
                depth = next;
            }
            String last = activated("encoder-maps", maps, convolution(3, depth, depth, 0));
            String all = add("encoder-pooled", pooling(side / decoder.stride()), last);
            String vector = activated("encoder-vector", all, convolution(1, depth, depth, 0));
            List<String> latents = new ArrayList<>();
            for (Input latent : decoder.graph().inputs()) {
                latents.add(latent.name());
                latent(latent, latent.size().isPresent() ? vector : last, depth);
            }
            nodes.addAll(decoder.graph().nodes());
            return new VariationalGraph(
                    new Graph(inputs, nodes), decoder, latents.stream().sorted().toList());
        }

        /** The latent is called what the decoder calls it. */
        private void latent(Input latent, String from, int depth) {
            String name = latent.name();
            inputs.add(new Input(noise(name), latent.channels(), latent.size()));
            add(mean(name), convolution(1, depth, latent.channels(), 0), from);
            String spread = add("encoder-" + name + "-spread", convolution(1, depth, latent.channels(), FIRST), from);
            add(deviation(name), new Sigmoid(), spread);
            String scattered = add("encoder-" + name + "-scattered", new Multiply(), deviation(name), noise(name));
            add(name, new Add(), mean(name), scattered);
        }

        private String activated(String name, String input, Convolve convolution) {
            add(name + "-conv", convolution, input);
            return add(name + "-relu", new LeakyRelu(SLOPE), name + "-conv");
        }

        private String add(String name, Operation operation, String... read) {
            nodes.add(new Node(name, operation, List.of(read)));
            return name;
        }

        private static Pool pooling(int side) {
            return new Pool(Pooling.Kind.AVERAGE, new Convolution(side, side, side, Convolution.Padding.VALID));
        }

        /** Weights with the variance 2 / fan in, and one bias. */
        private Convolve convolution(int side, int before, int after, float bias) {
            int fanIn = side * side * before;
            float[] weights = NormalDeviates.deviates(after * fanIn, random);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= (float) Math.sqrt((side == 1 ? 1.0 : 2.0) / fanIn);
            }
            float[] biases = new float[after];
            Arrays.fill(biases, bias);
            return new Convolve(
                    Convolution.same(side),
                    NdArray.of(weights, after, side, side, before),
                    NdArray.of(biases, after),
                    false);
        }
    }
}

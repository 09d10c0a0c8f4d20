package lichen.model.spec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.Statistic;
import lichen.core.image.Image;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.keras.KerasImporter;
import lichen.model.operation.BatchNormalize;
import lichen.model.operation.ScaleShift;
import lichen.model.weights.WeightsFile;
import lichen.model.weights.WeightsFit;

/**
 * A fully convolutional network: blocks one after the other, the image's size throughout unless a block has a stride. The default is FCN512 of the
 * reference system, an autoencoder of nine convolutions whose last block gives RGB again.
 *
 * <p>Untrained weights are Glorot-uniform by the experiment's seed, biases zero, batch normalisation the identity; defined
 * and initialised by Deeplearning4j. Layers are named {@code conv1, conv2, norm2, ...}.
 *
 * @param blocks the blocks
 * @param weights a file of weights for exactly these blocks
 */
@Summary("a fully convolutional network of blocks; the default is FCN512")
public record Fcn(
        @Default("""
                        [{"filters": 32, "kernel": 7}, {"filters": 32, "kernel": 7, "batch-normalization": true},
                         {"filters": 64, "kernel": 5}, {"filters": 64, "kernel": 5, "batch-normalization": true},
                         {"filters": 64, "kernel": 3}, {"filters": 64, "kernel": 3, "batch-normalization": true},
                         {"filters": 64, "kernel": 1}, {"filters": 64, "kernel": 1, "batch-normalization": true},
                         {"filters": 3, "kernel": 1}]""") @Summary("the blocks, one after the other")
        List<Block> blocks,

        @Summary("a file of weights, .npz of Lichen or .h5 of Keras; untrained where left out")
        Optional<FileReference> weights)
        implements GraphSpec {
    private static final String KERAS = ".h5";

    /** Copies the list. */
    public Fcn {
        Require.that(!blocks.isEmpty(), "blocks", "must be at least one");
        blocks = List.copyOf(blocks);
    }

    /**
     * The graph with fresh weights, whether or not there is a file of trained ones.
     *
     * @param random the stream that the weights are drawn from
     */
    public Graph untrained(RandomGenerator random) {
        return Dl4jNetworks.graph(blocks, Dl4jNetworks.untrained(blocks, random.nextLong()));
    }

    /**
     * The graph with the same fresh weights, to be trained to reconstruct images: batch normalisation by the batches.
     *
     * @param random the stream that the weights are drawn from
     * @throws lichen.core.check.InvalidValueException as {@link #requireTrainable}
     */
    public Graph trainable(RandomGenerator random) {
        requireTrainable();
        Map<String, Integer> normalized = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).batchNormalization()) {
                normalized.put("norm" + (i + 1), blocks.get(i).filters());
            }
        }
        return untrained(random)
                .with(node -> normalized.containsKey(node.name())
                        ? node.with(BatchNormalize.identity(normalized.get(node.name()), Block.EPSILON, Block.DECAY))
                        : node);
    }

    /**
     * Checks that the network can be trained.
     *
     * @throws lichen.core.check.InvalidValueException if it names a file of weights, or does not give an image of the same
     *     size
     */
    public void requireTrainable() {
        Require.that(
                weights.isEmpty(),
                "weights",
                "must be left out: training starts from fresh ones, since a file keeps no statistics of batches");
        int last = blocks.get(blocks.size() - 1).filters();
        Require.that(
                last == Image.CHANNELS,
                "blocks",
                "must end in " + Image.CHANNELS + " filters, to reconstruct an image, but end in " + last);
        Require.that(
                blocks.stream().allMatch(block -> block.stride() == 1),
                "blocks",
                "must all have the stride 1 to be trained, since the network has to give an image of the same size: use"
                        + " dilation in place of stride");
    }

    /** Trained, the file says it. */
    @Override
    public Set<Statistic> statistics() {
        return weights.isEmpty() ? Set.of(Statistic.FILTERS) : Set.of();
    }

    @Override
    public Graph graph(RandomGenerator random) throws IOException {
        return weights.isPresent() ? trained(weights.orElseThrow()) : untrained(random);
    }

    @Override
    public Graph nodes() throws IOException {
        return weights.isPresent() ? trained(weights.orElseThrow()) : blank();
    }

    private Graph trained(FileReference file) throws IOException {
        Graph trained = file.name().endsWith(KERAS)
                ? KerasImporter.read(file, InputScaling.UNIT, false)
                : WeightsFile.read(file).graph();
        return WeightsFit.fit(blank(), trained, file);
    }

    /** The graph with zeros for weights. */
    private Graph blank() {
        List<Node> nodes = new ArrayList<>();
        String input = Architecture.IMAGE;
        int channels = Image.CHANNELS;
        for (int i = 0; i < blocks.size(); i++) {
            nodes.add(new Node("conv" + (i + 1), blocks.get(i).blank(channels), input));
            input = "conv" + (i + 1);
            channels = blocks.get(i).filters();
            if (blocks.get(i).batchNormalization()) {
                nodes.add(new Node("norm" + (i + 1), new ScaleShift(new float[channels], new float[channels]), input));
                input = "norm" + (i + 1);
            }
        }
        return new Graph(nodes);
    }
}

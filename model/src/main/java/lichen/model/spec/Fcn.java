package lichen.model.spec;

import java.util.List;
import java.util.random.RandomGenerator;
import lichen.core.check.Require;
import lichen.core.plugin.Default;
import lichen.core.plugin.Summary;
import lichen.model.GraphSpec;
import lichen.model.graph.Graph;

/**
 * A fully convolutional network: blocks one after the other, the image's size throughout. The default is FCN512 of the
 * reference system, an autoencoder of nine convolutions whose last block gives RGB again.
 *
 * <p>Weights are Glorot-uniform by the experiment's seed, biases zero, batch normalisation the identity; defined and
 * initialised by Deeplearning4j. Layers are named {@code conv1, conv2, norm2, ...}.
 *
 * @param blocks the blocks
 */
@Summary("a fully convolutional network of blocks; the default is FCN512")
public record Fcn(
        @Default("""
                        [{"filters": 32, "kernel": 7}, {"filters": 32, "kernel": 7, "batch-normalization": true},
                         {"filters": 64, "kernel": 5}, {"filters": 64, "kernel": 5, "batch-normalization": true},
                         {"filters": 64, "kernel": 3}, {"filters": 64, "kernel": 3, "batch-normalization": true},
                         {"filters": 64, "kernel": 1}, {"filters": 64, "kernel": 1, "batch-normalization": true},
                         {"filters": 3, "kernel": 1}]""") @Summary("the blocks, one after the other")
        List<Block> blocks) implements GraphSpec {
    /** Copies the list. */
    public Fcn {
        Require.that(!blocks.isEmpty(), "blocks", "must be at least one");
        blocks = List.copyOf(blocks);
    }

    @Override
    public Graph graph(RandomGenerator random) {
        return Dl4jNetworks.graph(blocks, Dl4jNetworks.untrained(blocks, random.nextLong()));
    }
}

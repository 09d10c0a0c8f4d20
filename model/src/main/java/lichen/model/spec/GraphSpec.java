package lichen.model.spec;

import java.io.IOException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.random.RandomStreams;
import lichen.model.graph.Graph;
import lichen.model.program.CompiledNetwork;

/** A network that can be written as a graph of layers. */
public interface GraphSpec extends NetworkSpec {
    /**
     * Makes the graph, with its weights.
     *
     * @param random the stream that untrained weights are drawn from
     * @throws IOException if a file cannot be read, or does not hold what the spec needs; the message names the file
     */
    Graph graph(RandomGenerator random) throws IOException;

    /**
     * The graph's nodes, whatever their weights. Loads no native code; beside the one abstract method, because some draw their
     * weights by it.
     *
     * @throws IOException as {@link #graph}
     */
    default Graph nodes() throws IOException {
        return graph(new RandomStreams(0).stream("outline"));
    }

    @Override
    default FeatureNetwork open(RandomGenerator random) throws IOException {
        return CompiledNetwork.of(graph(random));
    }

    @Override
    default Optional<NetworkOutline> outline() throws IOException {
        return Optional.of(CompiledNetwork.of(nodes()));
    }
}

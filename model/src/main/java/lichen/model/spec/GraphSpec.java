package lichen.model.spec;

import java.io.IOException;
import java.util.random.RandomGenerator;
import lichen.core.feature.FeatureNetwork;
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

    @Override
    default FeatureNetwork open(RandomGenerator random) throws IOException {
        return CompiledNetwork.of(graph(random));
    }
}

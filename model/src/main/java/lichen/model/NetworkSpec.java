package lichen.model;

import java.io.IOException;
import java.util.random.RandomGenerator;
import lichen.model.graph.Graph;

/** A network as a user writes it: where its layers and weights come from. */
public interface NetworkSpec {
    /**
     * Reads or draws the network.
     *
     * @param random the source of untrained weights; a network from a file does not touch it
     * @throws NetworkFileException if a file is not a network that can be used
     * @throws IOException if a file cannot be read
     */
    Graph graph(RandomGenerator random) throws IOException;
}

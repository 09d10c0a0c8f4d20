package lichen.model.generator;

import java.util.random.RandomGenerator;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;
import lichen.model.graph.Graph;

/** A generator before it has learned anything, as a user writes it: a record whose components are JSON keys. */
@Family("generator")
@Summary("makes an image out of noise in one pass")
@FunctionalInterface
public interface GeneratorSpec {
    /**
     * Makes the graph, with fresh weights. It is one that {@link Generator#of} takes.
     *
     * @param random the stream that the weights are drawn from
     */
    Graph graph(RandomGenerator random);
}

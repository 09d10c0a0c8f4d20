package lichen.model.spec;

import java.io.IOException;
import java.util.random.RandomGenerator;
import lichen.core.feature.FeatureNetwork;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/** A network, as a user writes it: a record whose components are JSON keys. Most are a {@link GraphSpec}. */
@Family("network")
@Summary("what looks at images")
@FunctionalInterface
public interface NetworkSpec {
    /**
     * Makes the network, with its weights.
     *
     * @param random the stream that untrained weights are drawn from
     * @throws IOException if a file cannot be read, or does not hold what the spec needs; the message names the file
     */
    FeatureNetwork open(RandomGenerator random) throws IOException;
}

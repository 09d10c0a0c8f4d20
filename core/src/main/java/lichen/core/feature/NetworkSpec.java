package lichen.core.feature;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.plugin.Family;
import lichen.core.plugin.Summary;

/** A network, as a user writes it: a record whose components are JSON keys. */
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

    /**
     * What its layers read of an image; nothing in this vocabulary where a file of trained weights, which the spec names, says it.
     * Beside the one abstract method, because only a spec knows, and knows without opening its file. Measures that share it count
     * for no method that looks through the network, all of them where it is not said: so say it.
     */
    default Set<Statistic> statistics() {
        return Set.of(Statistic.UNTOLD);
    }

    /**
     * What its layers are, as far as that can be told without native code: an experiment is checked by it before anything
     * computes. Beside the one abstract method, because a network may show its layers only when it is open.
     *
     * @return empty where only the open network tells
     * @throws IOException as {@link #open}
     */
    default Optional<NetworkOutline> outline() throws IOException {
        return Optional.empty();
    }
}

package lichen.synthesis.objective;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.Architecture;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.UnknownLayerException;

/**
 * The terms of a loss that look through the same network: they share one pass.
 *
 * @param network the network; the experiment's own where empty
 * @param summands the terms
 */
public record Sight(Optional<NetworkSpec> network, List<Summand> summands) {
    /** Copies the list. */
    public Sight {
        summands = List.copyOf(summands);
    }

    /** All sights of a loss, in the order of its terms. */
    public static List<Sight> of(Loss loss) {
        Map<Optional<NetworkSpec>, List<Summand>> byNetwork = new LinkedHashMap<>();
        loss.summands()
                .forEach(summand -> byNetwork
                        .computeIfAbsent(summand.term().network(), network -> new ArrayList<>())
                        .add(summand));
        return byNetwork.entrySet().stream()
                .map(entry -> new Sight(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * The layers that its terms read, in the network's order.
     *
     * @throws UnknownLayerException naming all layers that the network does not have
     * @throws InvalidValueException if a key does not fit the network
     */
    public List<String> layers(Architecture architecture) {
        Set<String> all = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (Summand summand : summands) {
            try {
                all.addAll(summand.term().layers(architecture));
            } catch (UnknownLayerException e) {
                unknown.addAll(e.unknown());
            } catch (InvalidValueException e) {
                throw summand.told(e);
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownLayerException(unknown, architecture.names());
        }
        return architecture.select(all);
    }

    /**
     * The same with terms that fit images and pictures of certain sizes.
     *
     * @throws InvalidValueException if a key does not fit
     * @throws IOException if a picture cannot be read
     */
    public Sight fitted(TargetShapes shapes) throws IOException {
        List<Summand> fitted = new ArrayList<>();
        for (Summand summand : summands) {
            try {
                fitted.add(summand.with(summand.term().fitted(shapes)));
            } catch (InvalidValueException e) {
                throw summand.told(e);
            }
        }
        return new Sight(network, fitted);
    }
}

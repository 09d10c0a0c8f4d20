package lichen.app.experiment;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.Sight;

/**
 * The networks that the terms of an experiment look through: its own, and those that terms name. Each is opened once.
 *
 * @param <N> what is known of them
 */
final class Networks<N extends NetworkOutline> {
    private final SynthesisExperiment experiment;
    private final Opening<N> opening;
    private final Map<NetworkSpec, Optional<N>> opened = new HashMap<>();

    private interface Opening<N> {
        Optional<N> open(NetworkSpec network) throws IOException;
    }

    private Networks(SynthesisExperiment experiment, Opening<N> opening) {
        this.experiment = experiment;
        this.opening = opening;
    }

    /** Networks that can compute, with their weights. */
    static Networks<FeatureNetwork> open(SynthesisExperiment experiment, Workbench workbench) {
        return new Networks<>(
                experiment,
                network -> Optional.of(workbench.open(
                        workbench.place(network, "$.network"),
                        () -> network.open(workbench.random().stream("network")))));
    }

    /** What can be told of networks before they are opened. */
    static Networks<NetworkOutline> outlines(SynthesisExperiment experiment, Inspection inspection) {
        return new Networks<>(experiment, network -> inspection.network(network, "$.network"));
    }

    /**
     * A network: the experiment's own where empty.
     *
     * @return empty where nothing can be told of it
     */
    Optional<N> of(Optional<NetworkSpec> network) throws IOException {
        NetworkSpec spec = network.orElse(experiment.network());
        Optional<N> known = opened.get(spec);
        if (known == null) {
            known = opening.open(spec);
            opened.put(spec, known);
        }
        return known;
    }

    /** Checks that the networks have the layers that a loss reads. */
    void requireLayers(Loss loss) throws IOException {
        for (Sight sight : Sight.of(loss)) {
            of(sight.network()).ifPresent(network -> sight.layers(network.architecture()));
        }
    }

    /** The greatest stride of the layers that a loss reads. */
    int stride(Loss loss) throws IOException {
        int stride = 1;
        for (Sight sight : Sight.of(loss)) {
            Optional<N> network = of(sight.network());
            List<String> layers =
                    network.map(opened -> sight.layers(opened.architecture())).orElse(List.of());
            for (String layer : layers) {
                stride = Math.max(
                        stride,
                        network.orElseThrow().architecture().layer(layer).stride());
            }
        }
        return stride;
    }
}

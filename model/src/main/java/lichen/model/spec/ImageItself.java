package lichen.model.spec;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Summary;
import lichen.model.graph.Graph;

/** No network: the only layer is the image, for methods that look at pixels. */
@Summary("no network: the only layer is the image")
public record ImageItself() implements GraphSpec {
    @Override
    public Graph graph(RandomGenerator random) {
        return new Graph(List.of());
    }

    /** It has no layer but the image, of which terms say themselves what they read. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of();
    }
}

package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import lichen.core.feature.FeatureNetwork;
import lichen.core.random.RandomStreams;
import lichen.model.graph.Operation.Convolve;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.Test;

class RandomFiltersTest extends FeatureNetworkContract {
    @Override
    protected FeatureNetwork network() throws IOException {
        return new RandomFilters(List.of(3, 5), 4).open(new RandomStreams(1).stream("network"));
    }

    @Test
    void drawsWeightsWithinGlorotsBounds() {
        Convolve filters = (Convolve) new RandomFilters(List.of(5), 64)
                .graph(new RandomStreams(2).stream("network"))
                .nodes()
                .get(2)
                .operation();
        double bound = Math.sqrt(6.0 / (25 * (3 + 64)));
        double largest = 0;
        for (float weight : filters.weights().values()) {
            largest = Math.max(largest, Math.abs(weight));
        }

        assertThat(largest).isLessThanOrEqualTo(bound).isGreaterThan(0.99 * bound);
    }

    @Test
    void refusesEvenAndRepeatedSizes() {
        assertThatThrownBy(() -> new RandomFilters(List.of(4), 8)).hasMessage("sizes must be odd, but are [4]");
        assertThatThrownBy(() -> new RandomFilters(List.of(3, 3), 8))
                .hasMessage("sizes must be different, but are [3, 3]");
    }
}

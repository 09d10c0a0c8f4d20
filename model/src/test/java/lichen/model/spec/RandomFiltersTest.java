package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.TensorScope;
import lichen.model.operation.Convolve;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

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
    void centredFiltersAreThePlainOnesWithoutTheirMean() {
        float[] plain = filters(false).weights().values();
        float[] centred = filters(true).weights().values();

        for (int filter = 0; filter < 8; filter++) {
            for (int colour = 0; colour < 3; colour++) {
                double mean = 0;
                for (int tap = 0; tap < 25; tap++) {
                    mean += plain[(filter * 25 + tap) * 3 + colour] / 25;
                }
                for (int tap = 0; tap < 25; tap++) {
                    int i = (filter * 25 + tap) * 3 + colour;
                    assertThat((double) centred[i]).isCloseTo(plain[i] - mean, within(1e-6));
                }
            }
        }
    }

    @Test
    void centredFiltersOfAWhitenedImageDoNotSeeBrightness() throws IOException {
        FeatureNetwork network =
                new RandomFilters(List.of(3, 7), 4, true, true).open(new RandomStreams(1).stream("network"));
        try (TensorScope scope = new TensorScope()) {
            INDArray grey = scope.array(1, 20, 24, 3);
            grey.assign(0.6);
            INDArray maps = network.compile(new Size(24, 20), List.of("filters"), scope)
                    .at(grey)
                    .value()
                    .layer("filters");

            assertThat(maps.amaxNumber().doubleValue()).isLessThan(1e-6);
        }
    }

    private static Convolve filters(boolean centred) {
        return (Convolve) new RandomFilters(List.of(5), 8, centred, false)
                .graph(new RandomStreams(2).stream("network"))
                .nodes()
                .get(2)
                .operation();
    }

    @Nested
    class Whitened extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() throws IOException {
            return new RandomFilters(List.of(3), 4, true, true).open(new RandomStreams(1).stream("network"));
        }
    }

    @Test
    void refusesEvenAndRepeatedSizes() {
        assertThatThrownBy(() -> new RandomFilters(List.of(4), 8)).hasMessage("sizes must be odd, but are [4]");
        assertThatThrownBy(() -> new RandomFilters(List.of(3, 3), 8))
                .hasMessage("sizes must be different, but are [3, 3]");
    }
}

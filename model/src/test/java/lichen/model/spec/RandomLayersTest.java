package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Pooling;
import lichen.model.graph.Graph;
import lichen.model.operation.Convolve;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomLayersTest extends FeatureNetworkContract {
    private static final List<RandomLayer> LAYERS = List.of(
            new RandomLayer(4, 3, false, 1),
            new RandomLayer(5, 1, true, 1),
            new RandomLayer(6, 3, true, 1),
            new RandomLayer(3, 1, false, 1));

    @Override
    protected FeatureNetwork network() throws IOException {
        return small().open(new RandomStreams(1).stream("network"));
    }

    @Test
    void tellsItsLayersWithoutComputing() throws IOException {
        assertThat(small().outline().orElseThrow().architecture())
                .isEqualTo(network().architecture());
    }

    @Nested
    class WithCircularBorder extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() throws IOException {
            return small().open(new RandomStreams(2).stream("network"));
        }

        @Override
        protected Size size() {
            return new Size(12, 16);
        }

        @Override
        protected Border border() {
            return Border.CIRCULAR;
        }
    }

    private static RandomLayers small() {
        return new RandomLayers(LAYERS, Pooling.Kind.AVERAGE, Initialization.ORTHOGONAL, true, false);
    }

    @ParameterizedTest
    @EnumSource
    void eachLayerHasTheMeanOneOverTheNoise(Initialization initialization) {
        for (boolean whiten : new boolean[] {false, true}) {
            Graph graph = new RandomLayers(LAYERS, Pooling.Kind.AVERAGE, initialization, true, whiten)
                    .graph(new RandomStreams(3).stream("network"));

            UnitMeans.means(graph).forEach((name, mean) -> {
                if (!name.equals("whitening")) {
                    assertThat(mean).as(name).isCloseTo(1, within(1e-4));
                }
            });
        }
    }

    @Test
    void orthogonalFiltersAreOfLengthOneAndAtRightAngles() {
        // Centred filters of 3 x 3 over 2 channels have 16 dimensions to be in: the last four start anew.
        NdArray<float[]> filters =
                Initialization.ORTHOGONAL.draw(20, 3, 2, true, new RandomStreams(4).stream("network"));

        for (int a = 0; a < 20; a++) {
            for (int b = a / 16 * 16; b <= a; b++) {
                double product = 0;
                for (int i = 0; i < 18; i++) {
                    product += filters.values()[a * 18 + i] * filters.values()[b * 18 + i];
                }
                assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-5));
            }
            double mean = 0;
            for (int tap = 0; tap < 9; tap++) {
                mean += filters.values()[a * 18 + 2 * tap] / 9;
            }
            assertThat(mean).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void spreadsDilatedFilters() {
        Graph graph = new RandomLayers(
                        List.of(new RandomLayer(4, 3, false, 2)),
                        Pooling.Kind.AVERAGE,
                        Initialization.GLOROT,
                        false,
                        false)
                .graph(new RandomStreams(3).stream("network"));

        Convolve convolve = (Convolve) graph.nodes().get(2).operation();
        assertThat(convolve.weights().shape()).containsExactly(4, 5, 5, 3);
    }

    @Test
    void refusesEvenKernels() {
        assertThatThrownBy(() -> new RandomLayer(4, 2, false, 1)).hasMessage("kernel must be odd, but is 2");
    }
}

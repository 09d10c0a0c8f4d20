package lichen.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.core.diff.Differentiable;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Size;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Maps;
import lichen.model.graph.NaiveEvaluator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class CompiledNetworkTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 13;

    @Nested
    class WithEveryOperation extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() {
            return CompiledNetwork.of(SmallGraphs.everyOperation());
        }

        @Override
        protected Size size() {
            return new Size(WIDTH, HEIGHT);
        }
    }

    @Nested
    class WithNormalizationBetweenConvolutions extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() {
            return CompiledNetwork.of(SmallGraphs.chain());
        }
    }

    @Nested
    class WithLayersReadTwice extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() {
            return CompiledNetwork.of(SmallGraphs.branches());
        }
    }

    @Nested
    class WithBlocksOfAResidualNetwork extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() {
            return CompiledNetwork.of(SmallGraphs.residual());
        }

        @Override
        protected Size size() {
            return new Size(WIDTH, 20);
        }
    }

    @Test
    void agreesWithEvaluationByDefinition() {
        assertAgrees(SmallGraphs.everyOperation());
        assertAgrees(SmallGraphs.chain());
        assertAgrees(SmallGraphs.branches());
        assertAgrees(SmallGraphs.residual());
    }

    @Test
    void knowsReceptiveFieldsAndCosts() {
        var layer = CompiledNetwork.of(SmallGraphs.chain()).architecture().layer("second");

        assertThat(layer.receptiveField()).isEqualTo(7);
        assertThat(layer.multiplyAdds()).isEqualTo(4 * 5 * 5 * 3);
    }

    @Test
    void computesNothingAboveTheLastTap() {
        try (TensorScope few = new TensorScope();
                TensorScope all = new TensorScope()) {
            FeatureNetwork network = CompiledNetwork.of(SmallGraphs.chain());
            network.compile(new Size(WIDTH, HEIGHT), List.of("first"), few);
            network.compile(new Size(WIDTH, HEIGHT), List.of("third"), all);

            assertThat(few.bytes()).isLessThan(all.bytes());
        }
    }

    private static void assertAgrees(Graph graph) {
        float[] pixels = RandomTensors.numbers(WIDTH * HEIGHT * 3, 9);
        double[] wide = new double[pixels.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = pixels[i];
        }
        Map<String, Maps> expected = NaiveEvaluator.evaluate(graph, new Maps(HEIGHT, WIDTH, 3, wide));
        try (TensorScope scope = new TensorScope()) {
            FeatureNetwork network = CompiledNetwork.of(graph);
            Differentiable<INDArray, FeatureMaps> program = network.compile(
                    new Size(WIDTH, HEIGHT), network.architecture().names(), scope);
            FeatureMaps maps = program.at(scope.of(pixels, 1, HEIGHT, WIDTH, 3)).value();
            graph.nodes()
                    .forEach(node -> assertThat(HostMemory.toDoubles(maps.layer(node.name())))
                            .as(node.name())
                            .containsExactly(
                                    Objects.requireNonNull(expected.get(node.name()))
                                            .values(),
                                    within(1e-4)));
        }
    }
}

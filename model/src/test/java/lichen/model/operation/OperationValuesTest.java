package lichen.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.program.Compiler;
import lichen.model.program.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the operations of generators and discriminators compute, in numbers worked out by hand. */
class OperationValuesTest {
    private static final float TOLERANCE = 1e-6f;

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Test
    void upSamplingRepeatsEachPixel() {
        assertThat(run(new Upsample(2), maps(2, 1, 1, -2))).containsExactly(1, 1, -2, -2, 1, 1, -2, -2);
    }

    @Test
    void activationsActOnEachNumber() {
        Maps numbers = maps(3, 1, -2, 0, 3);

        assertThat(run(new LeakyRelu(0.1), numbers)).containsExactly(new float[] {-0.2f, 0, 3}, within(TOLERANCE));
        assertThat(run(new Tanh(), numbers))
                .containsExactly(new float[] {(float) Math.tanh(-2), 0, (float) Math.tanh(3)}, within(TOLERANCE));
        assertThat(run(new Sigmoid(), numbers))
                .containsExactly(
                        new float[] {(float) (1 / (1 + Math.exp(2))), 0.5f, (float) (1 / (1 + Math.exp(-3)))},
                        within(TOLERANCE));
    }

    @Test
    void wavesGoOnInWholeNumbersOnceTheyAreTrained() {
        // four columns; a quarter of a turn each, and a little more, which is rounded away
        Maps phases = maps(4, 1, 0, 0, 0, 0);
        Maps vectors = new Maps(4, 1, 2, new float[] {0.26f, 0, 0.26f, 0, 0.26f, 0, 0.26f, 0});

        assertThat(run(new Oscillate(true), phases, vectors))
                .containsExactly(new float[] {0, 1, 0, -1}, within(TOLERANCE));
        assertThat(run(new Oscillate(false), phases, vectors)[2])
                .isCloseTo((float) Math.sin(2 * Math.PI * 0.52), within(TOLERANCE));
    }

    @Test
    void aVectorIsSpreadOverTheExtentsOfAMap() {
        Maps vector = new Maps(1, 1, 2, new float[] {3, -1});

        assertThat(run(new Spread(), maps(2, 1, 7, 8), vector)).containsExactly(3, -1, 3, -1);
    }

    @Test
    void instanceNormalizationGivesEachChannelMeanZeroAndVarianceOne() {
        // Channels (1, 3) and (10, 50): means 2 and 30, deviations 1 and 20.
        float[] normal = run(new InstanceNormalize(1e-9), new Maps(2, 1, 2, new float[] {1, 10, 3, 50}));

        assertThat(normal).containsExactly(new float[] {-1, -1, 1, 1}, within(1e-5f));
    }

    @Test
    void pixelNormalizationGivesEachPixelMeanSquareOne() {
        // Pixels (3, 4) and (0, -2): mean squares 12.5 and 2.
        float[] normal = run(new PixelNormalize(1e-9), new Maps(2, 1, 2, new float[] {3, 4, 0, -2}));

        assertThat(normal)
                .containsExactly(
                        new float[] {3 / (float) Math.sqrt(12.5), 4 / (float) Math.sqrt(12.5), 0, -(float) Math.sqrt(2)
                        },
                        within(1e-5f));
    }

    @Test
    void modulationScalesAndShiftsByInputs() {
        float[] modulated = run(
                new Modulate(),
                new Maps(2, 1, 2, new float[] {1, 2, 3, 4}),
                new Maps(1, 1, 2, new float[] {10, 100}),
                new Maps(1, 1, 2, new float[] {5, 7}));

        assertThat(modulated).containsExactly(new float[] {15, 207, 35, 407}, within(1e-4f));
    }

    @Test
    void aDenseLayerReadsAllOfItsInput() {
        Dense dense = new Dense(
                NdArray.of(new float[] {1, 2, 3, 4, 10, 20, 30, 40}, 2, 1, 2, 2),
                NdArray.of(new float[] {0.5f, -1}, 2));

        assertThat(run(dense, new Maps(2, 1, 2, new float[] {1, 0, -1, 2}))).containsExactly(6.5f, 59f);
    }

    @Test
    void reshapeAndSliceKeepTheOrder() {
        Maps numbers = new Maps(1, 1, 4, new float[] {1, 2, 3, 4});

        assertThat(run(new Reshape(1, 2, 2), numbers)).containsExactly(1, 2, 3, 4);
        assertThat(run(new Slice(1, 2), numbers)).containsExactly(2, 3);
        assertThat(run(new Slice(1, 1), new Maps(2, 1, 2, new float[] {1, 2, 3, 4})))
                .containsExactly(2, 4);
    }

    @Test
    void multiplicationTakesTheProductOfEachTwoNumbers() {
        assertThat(run(new Multiply(), maps(2, 1, 2, 3), maps(2, 1, 5, -7))).containsExactly(10, -21);
    }

    private record Maps(int width, int height, int channels, float[] values) {}

    private static Maps maps(int width, int height, float... values) {
        return new Maps(width, height, 1, values);
    }

    private static float[] run(Operation operation, Maps... maps) {
        List<Input> inputs = new ArrayList<>();
        for (Maps given : maps) {
            inputs.add(new Input(
                    "input" + inputs.size(), given.channels(), Optional.of(new Size(given.width(), given.height()))));
        }
        List<String> names = inputs.stream().map(Input::name).toList();
        Graph graph = new Graph(inputs, List.of(new Node("node", operation, names)));
        try (TensorScope scope = new TensorScope()) {
            Program program = Compiler.of(graph).compile(List.of("node"), scope);
            for (int i = 0; i < maps.length; i++) {
                HostMemory.write(maps[i].values(), program.input(names.get(i)));
            }
            return HostMemory.toFloats(
                    program.at(new FeatureMaps(Map.of())).value().layer("node"));
        }
    }
}

package lichen.model.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.check.InvalidValueException;
import lichen.core.diff.GradientCheck;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.program.CompiledNetwork;
import lichen.model.program.Parameters;
import lichen.model.spec.Block;
import lichen.model.spec.Fcn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ReconstructionTest {
    /** Short enough to cross few kinks of ReLU, long enough for float32 to leave three digits of the slope. */
    private static final double STEP = 1e-4;

    /** Lets most units be active but not all, so that a step switches few of them. */
    private static final double BIAS = 0.4;

    private static final double TOLERANCE = 0.05;

    private final TensorScope scope = new TensorScope();

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void gradientOfEachLayersNumbersAgreesWithCentralDifferences() {
        Reconstruction program = SmallTraining.program(scope);
        float[] corrupted = SmallTraining.batch(1);
        float[] clean = SmallTraining.batch(2);
        Parameters parameters = program.parameters();
        List<String> names = parameters.arrays().keySet().stream()
                .filter(name -> !name.endsWith("mean") && !name.endsWith("variance"))
                .toList();
        names.stream()
                .filter(name -> name.endsWith("bias"))
                .forEach(name -> parameters.value(name).assign(BIAS));

        assertThat(names).hasSize(14);
        for (String name : names) {
            check(program, name, corrupted, clean);
        }
    }

    @Test
    void keepsZerosBetweenTheTapsOfADilatedKernel() {
        Fcn dilated = new Fcn(
                List.of(new Block(4, 3, false, 1, 2), new Block(4, 3, true, 1, 3), new Block(3, 1, false)),
                Optional.empty());
        Reconstruction program = SmallTraining.program(dilated, scope);
        Parameters parameters = program.parameters();

        program.gradient(SmallTraining.batch(1), SmallTraining.batch(2));

        for (int block = 0; block < 2; block++) {
            int dilation = block + 2;
            int reach = 2 * dilation + 1;
            String name = "conv" + (block + 1) + "/weights";
            long inputs = parameters.value(name).size(3);
            float[] weights = HostMemory.toFloats(parameters.value(name));
            float[] gradient = HostMemory.toFloats(parameters.gradient(name));
            int taps = 0;
            for (int i = 0; i < weights.length; i++) {
                boolean tap = i / inputs % reach % dilation == 0 && i / inputs / reach % reach % dilation == 0;
                taps += tap ? 1 : 0;
                assertThat(weights[i] != 0).isEqualTo(tap);
                assertThat(tap || gradient[i] == 0).isTrue();
            }
            assertThat(taps).isEqualTo(4 * 9 * (int) inputs);
        }
        check(program, "conv2/bias", SmallTraining.batch(1), SmallTraining.batch(2));
    }

    @Test
    void refusesStrides() {
        Fcn strided = new Fcn(List.of(new Block(3, 3, false, 2, 1)), Optional.empty());

        assertThatThrownBy(() -> strided.trainable(new RandomStreams(1).stream("network")))
                .hasMessageContaining("blocks must all have the stride 1 to be trained");
    }

    private static void check(Reconstruction program, String name, float[] corrupted, float[] clean) {
        INDArray values = program.parameters().value(name);
        INDArray gradient = program.parameters().gradient(name);
        float[] start = HostMemory.toFloats(values);
        GradientCheck.assertGradient(
                x -> {
                    HostMemory.write(x, values);
                    return program.gradient(corrupted, clean);
                },
                x -> {
                    HostMemory.write(x, values);
                    program.gradient(corrupted, clean);
                    return HostMemory.toFloats(gradient);
                },
                start,
                STEP,
                TOLERANCE);
        HostMemory.write(start, values);
    }

    @Test
    void reconstructsWhatTheGraphComputes() {
        Reconstruction program = SmallTraining.program(scope);
        float[] batch = SmallTraining.batch(3);
        program.gradient(batch, batch);
        program.objective(draw -> 0).settle(program.parameters().point());

        float[] made = program.reconstruct(batch);

        int each = made.length / SmallTraining.IMAGES;
        Size size = SmallTraining.SIZE;
        for (int i = 0; i < SmallTraining.IMAGES; i++) {
            float[] pixels = new float[each];
            System.arraycopy(batch, i * each, pixels, 0, each);
            INDArray expected = CompiledNetwork.of(program.graph())
                    .compile(size, List.of("conv5"), scope)
                    .at(scope.of(pixels, 1, size.height(), size.width(), 3))
                    .value()
                    .layer("conv5");
            for (int k = 0; k < each; k++) {
                assertThat(made[i * each + k]).isCloseTo(expected.getFloat(k), within(1e-5f));
            }
        }
    }

    @Test
    void errorsAreTheMeanSquaredDifferencesOfEachImage() {
        Reconstruction program = SmallTraining.program(scope);
        float[] batch = SmallTraining.batch(4);
        float[] clean = SmallTraining.batch(5);
        float[] made = program.reconstruct(batch);
        double[] expected = new double[SmallTraining.IMAGES];
        int each = made.length / SmallTraining.IMAGES;
        for (int i = 0; i < made.length; i++) {
            expected[i / each] += Math.pow((double) made[i] - clean[i], 2) / each;
        }

        assertThat(program.errors(batch, clean)).containsExactly(expected, within(1e-12));
    }

    @Test
    void freshWeightsAreThoseOfTheGraph() {
        Fcn fcn = SmallTraining.network();
        Graph trainable = fcn.trainable(new RandomStreams(5).stream("network"));

        assertThat(Reconstruction.of(trainable, 1, SmallTraining.SIZE, scope).graph())
                .usingRecursiveComparison()
                .isEqualTo(fcn.untrained(new RandomStreams(5).stream("network")));
    }

    @Test
    void takesNoMoreArraysAfterItWasMade() {
        Reconstruction program = SmallTraining.program(scope);
        int arrays = scope.size();
        float[] batch = SmallTraining.batch(6);

        program.gradient(batch, batch);
        program.reconstruct(batch);

        assertThat(scope.size()).isEqualTo(arrays);
    }

    @Test
    void saysHowMuchMemoryItTakesToWithinATenth() {
        Fcn fcn = new Fcn(
                List.of(
                        new Block(32, 7, false),
                        new Block(32, 5, true),
                        new Block(64, 3, true),
                        new Block(3, 1, false)),
                Optional.empty());
        Graph graph = fcn.trainable(new RandomStreams(5).stream("network"));
        Size size = new Size(64, 64);
        try (TensorScope buffers = new TensorScope()) {
            Reconstruction.of(graph, 4, size, buffers);
            long nativeCopies = 3L * 4 * 64 * 64 * 64 * Float.BYTES;

            assertThat((double) Reconstruction.bytes(graph, 4, size))
                    .isCloseTo(buffers.bytes() + nativeCopies, within(0.1 * buffers.bytes()));
        }
    }

    @Test
    void refusesWhatDoesNotFitIntoMemory() {
        Graph graph = SmallTraining.network().trainable(new RandomStreams(5).stream("network"));

        assertThatThrownBy(() -> Reconstruction.of(graph, 4096, new Size(4096, 4096), scope))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Training on batches of 4096 images of 4096 x 4096 takes")
                .hasMessageContaining("Take fewer or smaller images");
    }

    @Test
    void refusesANetworkThatDoesNotEndInAnImage() {
        Fcn fcn = new Fcn(List.of(new Block(4, 3, false)), Optional.empty());

        assertThatThrownBy(() -> fcn.trainable(new RandomStreams(5).stream("network")))
                .hasMessage("blocks must end in 3 filters, to reconstruct an image, but end in 4");
    }
}

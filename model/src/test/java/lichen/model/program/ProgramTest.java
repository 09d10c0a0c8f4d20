package lichen.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.diff.Differentiable;
import lichen.core.diff.GradientCheck;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Dense;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Modulate;
import lichen.model.operation.Operation;
import lichen.model.operation.Reshape;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Slice;
import lichen.model.operation.Upsample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Programs of a generator and of a discriminator that looks at what it gives. */
class ProgramTest {
    private static final int BATCH = 2;
    private static final int LATENT = 5;
    private static final double STEP = 1e-3;
    private static final double TOLERANCE = 0.02;

    private final TensorScope scope = new TensorScope();
    private final Parameters generating = Parameters.of(generator(), scope);
    private final Parameters judging = Parameters.of(discriminator(), scope);
    private final INDArray latent = RandomTensors.tensor(scope, 1, BATCH, 1, 1, LATENT);

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void giveGradientsThroughASecondNetworkThatStaysAsItIs() {
        Differentiable<FeatureMaps, FeatureMaps> both = generatorLearning().then(discriminatorReading());
        float[] before = HostMemory.toFloats(judging.values());

        check(both, latent, () -> pullBack(both).layer("latent"));
        check(both, generating.values(), () -> {
            pullBack(both);
            return generating.gradients();
        });

        assertThat(HostMemory.toFloats(judging.gradients())).containsOnly(0f);
        assertThat(HostMemory.toFloats(judging.values())).containsExactly(before);
    }

    @Test
    void computeWithNumbersThatAnotherProgramChanges() {
        Differentiable<FeatureMaps, FeatureMaps> both = generatorLearning().then(discriminatorReading());
        double before = score(both);
        judging.values().muli(1.5);

        assertThat(score(both)).isNotEqualTo(before);
    }

    @Test
    void leaveFrozenNumbersOutOfWhatIsLearned() {
        Parameters some = Parameters.of(generator(), name -> name.startsWith("dense/"), scope);
        Program program = Compiler.of(generator())
                .batch(BATCH)
                .learning(some)
                .gradientOf("latent")
                .compile(List.of("image"), scope);

        assertThat(some.arrays().keySet()).containsExactly("last/weights", "last/bias", "dense/weights", "dense/bias");
        assertThat(some.values().length()).isEqualTo(3 * 3 * 3 * 4 + 3);
        check(program, some.values(), () -> {
            pullBack(program);
            return some.gradients();
        });
        check(program, latent, () -> pullBack(program).layer("latent"));
    }

    @Test
    void leaveZeroForNumbersThatTheirOutputsDoNotDependOn() {
        pullBack(generatorLearning());
        Program lower =
                Compiler.of(generator()).batch(BATCH).learning(generating).compile(List.of("maps"), scope);

        pullBack(lower);

        assertThat(HostMemory.toFloats(generating.gradient("last/weights"))).containsOnly(0f);
        assertThat(HostMemory.toFloats(generating.gradient("dense/weights"))).doesNotContain(0f);
    }

    @Test
    void takeNoMoreArraysAfterTheyWereMade() {
        Program program = generatorLearning();
        pullBack(program);
        int arrays = scope.size();

        program.at(new FeatureMaps(Map.of("latent", latent))).pullback().apply(new FeatureMaps(Map.of()));

        assertThat(scope.size()).isEqualTo(arrays);
    }

    @Test
    void refuseInputsWhoseSizeNobodyTells() {
        assertThatThrownBy(() -> Compiler.of(discriminator()).compile(List.of("score"), scope))
                .hasMessage("inputs must all have a size, but these have none: [image]");
    }

    private Program generatorLearning() {
        return Compiler.of(generator())
                .batch(BATCH)
                .learning(generating)
                .gradientOf("latent")
                .compile(List.of("image"), scope);
    }

    private Program discriminatorReading() {
        return Compiler.of(discriminator())
                .batch(BATCH)
                .size("image", new Size(8, 8))
                .reading(judging)
                .gradientOf("image")
                .compile(List.of("score"), scope);
    }

    /** A latent vector and a condition of the same length, split from one input: to an image of 8 x 8. */
    private static Graph generator() {
        return new Graph(
                List.of(Input.vector("latent", LATENT)),
                List.of(
                        new Node("style", new Slice(0, 4), "latent"),
                        new Node("dense", dense(64, LATENT), "latent"),
                        new Node("maps", new Reshape(4, 4, 4), "dense"),
                        new Node("normal", new InstanceNormalize(1e-3), "maps"),
                        new Node("styled", new Modulate(), List.of("normal", "style", "style")),
                        new Node("larger", new Upsample(2), "styled"),
                        new Node("last", convolve(new Convolution(3, 3, 1, Convolution.Padding.SAME), 4, 3), "larger"),
                        new Node("image", new Sigmoid(), "last")));
    }

    private static Graph discriminator() {
        return new Graph(
                List.of(new Input("image", 3, Optional.empty())),
                List.of(
                        new Node("halved", convolve(new Convolution(4, 4, 2, Convolution.Padding.SAME), 3, 4), "image"),
                        new Node("leaky", new LeakyRelu(0.2), "halved"),
                        new Node(
                                "score",
                                new Dense(
                                        NdArray.of(RandomTensors.numbers(64, 4), 1, 4, 4, 4),
                                        NdArray.of(new float[1], 1)),
                                "leaky")));
    }

    private static Operation dense(int outputs, int inputs) {
        return new Dense(
                NdArray.of(RandomTensors.numbers(outputs * inputs, 2), outputs, 1, 1, inputs),
                NdArray.of(RandomTensors.numbers(outputs, 3), outputs));
    }

    private static Operation convolve(Convolution geometry, int inputs, int outputs) {
        int side = geometry.kernelHeight();
        return new Convolve(
                geometry,
                NdArray.of(RandomTensors.numbers(outputs * side * side * inputs, 5), outputs, side, side, inputs),
                NdArray.of(RandomTensors.numbers(outputs, 6), outputs),
                false);
    }

    private interface Pullback {
        INDArray gradient();
    }

    private void check(Differentiable<FeatureMaps, FeatureMaps> map, INDArray values, Pullback pullback) {
        float[] start = HostMemory.toFloats(values);
        GradientCheck.assertGradient(
                x -> {
                    HostMemory.write(x, values);
                    return score(map);
                },
                x -> {
                    HostMemory.write(x, values);
                    return HostMemory.toFloats(pullback.gradient());
                },
                start,
                STEP,
                TOLERANCE);
        HostMemory.write(start, values);
    }

    private double score(Differentiable<FeatureMaps, FeatureMaps> map) {
        INDArray output =
                output(map.at(new FeatureMaps(Map.of("latent", latent))).value());
        double[] numbers = HostMemory.toDoubles(output);
        float[] weights = RandomTensors.numbers(numbers.length, 9);
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i] * weights[i];
        }
        return sum;
    }

    private FeatureMaps pullBack(Differentiable<FeatureMaps, FeatureMaps> map) {
        var evaluation = map.at(new FeatureMaps(Map.of("latent", latent)));
        String name = evaluation.value().names().iterator().next();
        INDArray output = output(evaluation.value());
        INDArray weights = scope.of(RandomTensors.numbers((int) output.length(), 9), output.shape());
        return evaluation.pullback().apply(new FeatureMaps(Map.of(name, weights)));
    }

    private static INDArray output(FeatureMaps maps) {
        return maps.layers().values().iterator().next();
    }
}

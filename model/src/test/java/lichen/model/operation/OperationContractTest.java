package lichen.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.diff.GradientCheck;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.graph.Soundness;
import lichen.model.program.Compiler;
import lichen.model.program.Parameters;
import lichen.model.program.Program;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every operation must do. All that the sealed interface permits are found here; each needs a {@link Sample}. */
class OperationContractTest {
    private static final int BATCH = 2;

    /** Less than half of the distance of the inputs from each other and from kinks. */
    private static final double STEP = 4e-3;

    /** float32 sums of hundreds of numbers, over a step of a few thousandths. */
    private static final double TOLERANCE = 1e-2;

    private final TensorScope scope = new TensorScope();

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    static List<Sample> samples() {
        return Sample.all();
    }

    @Test
    void everyOperationHasASample() {
        List<Class<?>> sampled = new ArrayList<>();
        Sample.all().forEach(sample -> sampled.add(sample.operation().getClass()));

        assertThat(permitted(Operation.class).distinct())
                .isNotEmpty()
                .allMatch(Class::isRecord)
                .allMatch(sampled::contains);
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(OperationContractTest::permitted)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void gradientsOfInputsAgreeWithCentralDifferences(Sample sample) {
        Compiler fixed = Compiler.of(sample.graph()).batch(BATCH);
        Compiler learning = Compiler.of(sample.graph()).batch(BATCH).learning(Parameters.of(sample.graph(), scope));
        Compiler reading = Compiler.of(sample.graph()).batch(BATCH).reading(Parameters.of(sample.graph(), scope));
        for (Compiler compiler : List.of(fixed, learning, reading)) {
            sample.graph().inputs().forEach(input -> compiler.gradientOf(input.name()));
            Program program = compile(sample, compiler);
            for (Input input : sample.graph().inputs()) {
                INDArray values = program.input(input.name());
                check(program, values, () -> gradients(program).layer(input.name()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void gradientsOfNumbersAgreeWithCentralDifferences(Sample sample) {
        Parameters parameters = Parameters.of(sample.graph(), scope);
        Program program =
                compile(sample, Compiler.of(sample.graph()).batch(BATCH).learning(parameters));
        for (String name : sample.operation().numbers().keySet()) {
            if (!sample.operation().followed().contains(name)) {
                String full = Sample.NODE + "/" + name;
                check(program, parameters.value(full), () -> {
                    gradients(program);
                    return parameters.gradient(full);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void gradientsMeetWhereAnInputIsReadTwice(Sample sample) {
        List<Input> inputs = sample.graph().inputs();
        List<String> names = inputs.stream().map(Input::name).toList();
        Graph twice = new Graph(
                inputs,
                List.of(
                        new Node("first", sample.operation(), names),
                        new Node("second", sample.operation(), names, "first"),
                        new Node(Sample.NODE, new Add(), List.of("first", "second"))));
        Parameters parameters = Parameters.of(twice, scope);
        Compiler compiler = Compiler.of(twice).batch(BATCH).learning(parameters).gradientOf(names.get(0));
        Program program = compile(sample, compiler);
        INDArray input = program.input(names.get(0));

        check(program, input, () -> gradients(program).layer(names.get(0)));
        for (String name : sample.operation().numbers().keySet()) {
            if (!sample.operation().followed().contains(name)) {
                check(program, parameters.value("first/" + name), () -> {
                    gradients(program);
                    return parameters.gradient("first/" + name);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void leavesItsInputsAsTheyAre(Sample sample) {
        Program program =
                compile(sample, Compiler.of(sample.graph()).batch(BATCH).gradientOf("input0"));
        float[] before = HostMemory.toFloats(program.input("input0"));

        gradients(program);

        assertThat(HostMemory.toFloats(program.input("input0"))).containsExactly(before);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void givesWhatItSaysBeforehand(Sample sample) {
        Operation operation = sample.operation();
        MapShape shape = operation.shape(sample.inputs());
        List<Integer> channels =
                sample.inputs().stream().map(input -> (int) input.channels()).toList();
        List<Layer> layers = channels.stream()
                .map(input -> new Layer("below", Layer.Kind.IMAGE, input, 1, 1, 0))
                .toList();

        INDArray output = value(compile(sample, Compiler.of(sample.graph()).batch(BATCH)));

        assertThat(output.shape()).containsExactly(BATCH, shape.height(), shape.width(), shape.channels());
        assertThat(operation.channels(channels)).isEqualTo((int) shape.channels());
        assertThat(operation.layer("above", layers).channels()).isEqualTo((int) shape.channels());
        assertThat(Soundness.problems(sample.graph())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void onceTrainedTreatsEachImageOfABatchByItself(Sample sample) {
        Program both = compile(sample, Compiler.of(sample.graph()).batch(BATCH));
        float[] together =
                HostMemory.toFloats(both.trained(new FeatureMaps(Map.of())).layer(Sample.NODE));
        Graph trained = sample.graph().trained();
        Program one = Compiler.of(trained).compile(List.of(Sample.NODE), scope);
        for (int image = 0; image < BATCH; image++) {
            for (Input input : trained.inputs()) {
                float[] all = HostMemory.toFloats(both.input(input.name()));
                int each = all.length / BATCH;
                HostMemory.write(Arrays.copyOfRange(all, image * each, (image + 1) * each), one.input(input.name()));
            }
            float[] alone = HostMemory.toFloats(value(one));
            for (int i = 0; i < alone.length; i++) {
                assertThat(together[image * alone.length + i]).isCloseTo(alone[i], within(1e-4f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenToAFileThatReadsBack(Sample sample, @TempDir Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WeightsFile(sample.graph(), Map.of()).write(out);
        Path file = Files.write(folder.resolve("network.npz"), out.toByteArray());

        assertThat(WeightsFile.read(FileReference.to(file)).graph())
                .usingRecursiveComparison()
                .isEqualTo(sample.graph());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isTheSameWithItsOwnNumbers(Sample sample) {
        Operation operation = sample.operation();

        assertThat(operation.with(operation.numbers()))
                .usingRecursiveComparison()
                .isEqualTo(operation);
        assertThat(operation.numbers().keySet()).containsAll(operation.followed());
        assertThat(operation.words()).isNotBlank();
    }

    private Program compile(Sample sample, Compiler compiler) {
        Program program = compiler.compile(List.of(Sample.NODE), scope);
        for (int i = 0; i < sample.inputs().size(); i++) {
            INDArray input = program.input("input" + i);
            HostMemory.write(Sample.spread((int) input.length(), 7L + i), input);
        }
        return program;
    }

    private interface Pullback {
        INDArray gradient();
    }

    /** Checks a gradient of the sum of all outputs, each weighted at random. */
    private void check(Program program, INDArray values, Pullback pullback) {
        float[] start = HostMemory.toFloats(values);
        GradientCheck.assertGradient(
                x -> {
                    HostMemory.write(x, values);
                    return weighted(value(program));
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

    private static INDArray value(Program program) {
        return program.at(new FeatureMaps(Map.of())).value().layer(Sample.NODE);
    }

    private FeatureMaps gradients(Program program) {
        var evaluation = program.at(new FeatureMaps(Map.of()));
        INDArray output = evaluation.value().layer(Sample.NODE);
        INDArray cotangent = scope.of(weights(output), output.shape());
        return Objects.requireNonNull(evaluation.pullback().apply(new FeatureMaps(Map.of(Sample.NODE, cotangent))));
    }

    private static double weighted(INDArray output) {
        double[] numbers = HostMemory.toDoubles(output);
        float[] weights = weights(output);
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i] * weights[i];
        }
        return sum;
    }

    private static float[] weights(INDArray output) {
        return RandomTensors.numbers((int) output.length(), 99);
    }
}

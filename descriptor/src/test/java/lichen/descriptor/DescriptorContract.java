package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.diff.GradientCheck;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What every descriptor must do. To test a descriptor of your own, extend this class and return it from {@link #descriptor};
 * add what is special to it.
 */
public abstract class DescriptorContract {
    /** A step for descriptors that sort: so short that hardly two numbers change their order. */
    protected static final double SORTED = 1e-4;

    private static final int[][] SHAPES = {{6, 5, 3}, {4, 4, 2}};
    private static final int[] LENGTHS = {6 * 5 * 3, 4 * 4 * 2};

    private final TensorScope scope = new TensorScope();
    private final TensorScope round = scope.child();
    private final TensorScope shapes = scope.child();

    /** The descriptor to be tested. */
    protected abstract Descriptor descriptor();

    /** The step of the central differences: shorter where the statistic is smooth only nearby. */
    protected double step() {
        return 1e-2;
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void pullbackAgreesWithCentralDifferences() {
        Map<String, float[]> weights = weights();
        GradientCheck.assertGradient(
                x -> weighted(signature(x), weights),
                x -> gradient(x, weights),
                RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 11),
                step(),
                2e-3);
    }

    @Test
    void pullbackIsLinear() {
        FeatureMaps maps = maps(RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 12));
        Map<String, float[]> weights = weights();
        Map<String, float[]> doubled = new LinkedHashMap<>();
        weights.forEach((name, w) -> doubled.put(name, times(w, -2)));

        double[] once = flat(maps, descriptor().at(maps, scope).pullback().apply(cotangent(weights)));
        double[] twice = flat(maps, descriptor().at(maps, scope).pullback().apply(cotangent(doubled)));

        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isCloseTo(-2 * once[i], within(1e-5));
        }
    }

    @Test
    void describesEveryLayer() {
        Signature signature = signature(RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 13));

        assertThat(signature.layers()).containsOnlyKeys("first", "second");
        assertThat(signature.length()).isPositive();
    }

    @Test
    void leavesTheFeatureMapsUntouched() {
        float[] x = RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 14);
        FeatureMaps maps = maps(x);

        descriptor().at(maps, round).pullback().apply(cotangent(weights()));

        assertThat(flat(maps, maps)).containsExactly(widened(x), within(0.0));
    }

    @Test
    void leavesTheCotangentUntouched() {
        FeatureMaps maps = maps(RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 17));
        Map<String, float[]> weights = weights();
        Signature cotangent = cotangent(weights);

        descriptor().at(maps, round).pullback().apply(cotangent);

        weights.forEach((name, numbers) ->
                assertThat(HostMemory.toFloats(cotangent.layer(name))).containsExactly(numbers));
    }

    @Test
    void givesSignaturesOfTheSameShapesForImagesOfDifferentExtents() {
        FeatureMaps target = maps(RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 18));
        Map<String, INDArray> layers = new LinkedHashMap<>();
        layers.put("first", scope.of(RandomTensors.numbers(5 * 4 * 3, 19), 1, 5, 4, 3));
        layers.put("second", scope.of(RandomTensors.numbers(7 * 4 * 2, 20), 1, 7, 4, 2));
        FeatureMaps image = new FeatureMaps(layers);
        Descriptor fitted = descriptor().fitted(target.shapes(), image.shapes());

        fitted.at(target, scope)
                .value()
                .layers()
                .forEach((name, statistics) -> assertThat(
                                fitted.at(image, scope).value().layer(name).shape())
                        .containsExactly(statistics.shape()));
    }

    @Test
    void allocatesOnlyInTheFirstEvaluation() {
        FeatureMaps maps = maps(RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 15));
        FeatureMaps cotangents = descriptor().at(maps, round).pullback().apply(cotangent(weights()));
        assertThat(cotangents.names()).isSubsetOf(maps.names());
        int arrays = round.size();
        Map<String, float[]> weights = weights();
        Signature cotangent = cotangent(weights);

        for (int i = 0; i < 3; i++) {
            round.rewind();
            descriptor().at(maps, round).pullback().apply(cotangent);
        }

        assertThat(round.size()).isEqualTo(arrays);
    }

    @Test
    void givesTheSameSignatureEachTime() {
        float[] x = RandomTensors.numbers(LENGTHS[0] + LENGTHS[1], 16);
        List<double[]> first = numbers(signature(x));
        List<double[]> second = numbers(signature(x));

        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).containsExactly(first.get(i), within(0.0));
        }
    }

    private Signature signature(float[] x) {
        round.rewind();
        return descriptor().at(maps(x), round).value().copy(scope);
    }

    private float[] gradient(float[] x, Map<String, float[]> weights) {
        FeatureMaps maps = maps(x);
        round.rewind();
        Evaluation<FeatureMaps, Signature> evaluation = descriptor().at(maps, round);
        double[] gradient = flat(maps, evaluation.pullback().apply(cotangent(weights)));
        float[] narrowed = new float[gradient.length];
        for (int i = 0; i < gradient.length; i++) {
            narrowed[i] = (float) gradient[i];
        }
        return narrowed;
    }

    private FeatureMaps maps(float[] x) {
        Map<String, INDArray> layers = new LinkedHashMap<>();
        int from = 0;
        for (int i = 0; i < SHAPES.length; i++) {
            float[] part = Arrays.copyOfRange(x, from, from + LENGTHS[i]);
            layers.put(i == 0 ? "first" : "second", scope.of(part, 1, SHAPES[i][0], SHAPES[i][1], SHAPES[i][2]));
            from += LENGTHS[i];
        }
        return new FeatureMaps(layers);
    }

    /** Random weights that make one number of a signature. */
    private Map<String, float[]> weights() {
        Map<String, float[]> weights = new LinkedHashMap<>();
        zeros().layers()
                .forEach((name, statistics) ->
                        weights.put(name, RandomTensors.numbers((int) statistics.length(), name.hashCode())));
        return weights;
    }

    private Signature cotangent(Map<String, float[]> weights) {
        Signature zeros = zeros();
        Map<String, INDArray> cotangent = new LinkedHashMap<>();
        weights.forEach(
                (name, w) -> cotangent.put(name, scope.of(w, zeros.layer(name).shape())));
        return new Signature(cotangent);
    }

    /** For its shapes, and from a scope of its own: an evaluation whose pullback is still to come must stay as it is. */
    private Signature zeros() {
        shapes.rewind();
        return descriptor().at(maps(new float[LENGTHS[0] + LENGTHS[1]]), shapes).value();
    }

    private static double weighted(Signature signature, Map<String, float[]> weights) {
        double sum = 0;
        for (Map.Entry<String, float[]> entry : weights.entrySet()) {
            double[] statistics = HostMemory.toDoubles(signature.layer(entry.getKey()));
            for (int i = 0; i < statistics.length; i++) {
                sum += statistics[i] * entry.getValue()[i];
            }
        }
        return sum;
    }

    /** All layers one after the other; gradients that are the same at every pixel are spread out. */
    private static double[] flat(FeatureMaps maps, FeatureMaps values) {
        double[] all = new double[LENGTHS[0] + LENGTHS[1]];
        int at = 0;
        for (Map.Entry<String, INDArray> layer : maps.layers().entrySet()) {
            int length = (int) layer.getValue().length();
            if (values.names().contains(layer.getKey())) {
                double[] numbers = HostMemory.toDoubles(values.layer(layer.getKey()));
                for (int i = 0; i < length; i++) {
                    all[at + i] = numbers[i % numbers.length];
                }
            }
            at += length;
        }
        return all;
    }

    private static List<double[]> numbers(Signature signature) {
        return signature.layers().values().stream().map(HostMemory::toDoubles).toList();
    }

    private static float[] times(float[] values, float factor) {
        float[] product = values.clone();
        for (int i = 0; i < product.length; i++) {
            product[i] *= factor;
        }
        return product;
    }

    private static double[] widened(float[] values) {
        double[] widened = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            widened[i] = values[i];
        }
        return widened;
    }
}

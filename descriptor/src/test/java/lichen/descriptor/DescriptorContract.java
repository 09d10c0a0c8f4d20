package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lichen.core.diff.Evaluation;
import lichen.core.diff.GradientCheck;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Offset;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Nhwc;
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

    private final TensorScope scope = new TensorScope();
    private final TensorScope round = scope.child();
    private final TensorScope shapes = scope.child();

    /** The descriptor to be tested. */
    protected abstract Descriptor descriptor();

    /** The step of the central differences: shorter where the statistic is smooth only nearby. */
    protected double step() {
        return 1e-2;
    }

    /** How many pixels circular maps are moved round, in the second layer: more than one for a statistic on a coarser grid. */
    protected Offset shift() {
        return new Offset(1, 3);
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void pullbackAgreesWithCentralDifferences() {
        assertPullback(ending(11));
    }

    @Test
    void pullbackOfCircularMapsAgreesWithCentralDifferences() {
        assertPullback(circular(17));
    }

    @Test
    void isInvariantToCircularShiftsOfCircularMaps() {
        FeatureMaps maps = circular(18);
        Map<String, INDArray> moved = new LinkedHashMap<>();
        moved.put("first", moved(maps.layer("first"), 2 * shift().x(), 2 * shift().y()));
        moved.put("second", moved(maps.layer("second"), shift().x(), shift().y()));

        List<double[]> still = numbers(descriptor().at(maps, scope).value());
        List<double[]> after = numbers(descriptor().at(maps.with(moved), scope).value());

        for (int i = 0; i < still.size(); i++) {
            assertThat(after.get(i)).containsExactly(still.get(i), within(2e-5));
        }
    }

    @Test
    void pullbackIsLinear() {
        FeatureMaps maps = ending(12);
        Map<String, float[]> weights = weights(maps);
        Map<String, float[]> doubled = new LinkedHashMap<>();
        weights.forEach((name, w) -> doubled.put(name, times(w, -2)));

        double[] once = flat(maps, descriptor().at(maps, scope).pullback().apply(cotangent(weights, maps)));
        double[] twice = flat(maps, descriptor().at(maps, scope).pullback().apply(cotangent(doubled, maps)));

        for (int i = 0; i < once.length; i++) {
            assertThat(twice[i]).isCloseTo(-2 * once[i], within(1e-5));
        }
    }

    @Test
    void describesEveryLayer() {
        Signature signature = signature(ending(13));

        assertThat(signature.layers()).containsOnlyKeys("first", "second");
        assertThat(signature.length()).isPositive();
    }

    @Test
    void leavesTheFeatureMapsUntouched() {
        FeatureMaps maps = ending(14);
        double[] before = flat(maps, maps);

        descriptor().at(maps, round).pullback().apply(cotangent(weights(maps), maps));

        assertThat(flat(maps, maps)).containsExactly(before, within(0.0));
    }

    @Test
    void leavesTheCotangentUntouched() {
        FeatureMaps maps = ending(19);
        Map<String, float[]> weights = weights(maps);
        Signature cotangent = cotangent(weights, maps);

        descriptor().at(maps, round).pullback().apply(cotangent);

        weights.forEach((name, numbers) ->
                assertThat(HostMemory.toFloats(cotangent.layer(name))).containsExactly(numbers));
    }

    @Test
    void givesSignaturesOfTheSameShapesForImagesOfDifferentExtents() {
        FeatureMaps target = ending(20);
        FeatureMaps image = random(new long[] {1, 5, 4, 3}, new long[] {1, 7, 4, 2}, false, 21);
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
        assertAllocatesOnce(ending(15));
        assertAllocatesOnce(circular(15));
    }

    @Test
    void givesTheSameSignatureEachTime() {
        FeatureMaps maps = ending(16);
        List<double[]> first = numbers(signature(maps));
        List<double[]> second = numbers(signature(maps));

        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i)).containsExactly(first.get(i), within(0.0));
        }
    }

    @Test
    void isTheMeanOfItsHalvesInEveryRoundIfItIsAMeanOverPixels() {
        assumeThat(descriptor().isMeanOverPixels()).isTrue();
        FeatureMaps maps = ending(28);

        Signature mean = SignatureMean.of(
                new Gap(), // that of each number, whatever lies between photographs
                List.of(signature(rows(maps, 0)), signature(rows(maps, 1))),
                List.of(0.5, 0.5),
                scope);

        assertEqual(mean, signature(maps), 1e-5);
        assertThat(descriptor().inRound(1)).isEqualTo(descriptor().inRound(0));
    }

    @Test
    void meanOfOneSignatureIsItself() {
        Signature one = signature(ending(22));

        assertEqual(SignatureMean.of(descriptor(), List.of(one), List.of(0.3), scope), one, 0);
    }

    @Test
    void meanOfEqualSignaturesIsThatSignature() {
        Signature one = signature(ending(23));

        assertEqual(SignatureMean.of(descriptor(), List.of(one, one, one), List.of(0.2, 0.5, 0.3), scope), one, 2e-4);
    }

    @Test
    void signaturesWithoutWeightDoNotCountInAMean() {
        Signature one = signature(ending(24));
        Signature other = signature(ending(25));

        assertEqual(SignatureMean.of(descriptor(), List.of(one, other), List.of(1.0, 0.0), scope), one, 0);
        assertEqual(SignatureMean.of(descriptor(), List.of(one, other), List.of(0.0, 2.0), scope), other, 0);
    }

    @Test
    void meanDoesNotDependOnTheOrderNorOnTheSumOfTheWeights() {
        Signature one = signature(ending(26));
        Signature other = signature(ending(27));

        Signature mean = SignatureMean.of(descriptor(), List.of(one, other), List.of(0.25, 0.75), scope);

        assertEqual(SignatureMean.of(descriptor(), List.of(other, one), List.of(3.0, 1.0), scope), mean, 2e-4);
    }

    private static void assertEqual(Signature actual, Signature expected, double tolerance) {
        assertThat(actual.layers().keySet())
                .containsExactlyElementsOf(expected.layers().keySet());
        expected.layers().forEach((layer, statistics) -> {
            assertThat(actual.layer(layer).shape()).containsExactly(statistics.shape());
            assertThat(HostMemory.toDoubles(actual.layer(layer)))
                    .containsExactly(HostMemory.toDoubles(statistics), within(tolerance));
        });
    }

    private void assertPullback(FeatureMaps maps) {
        Map<String, float[]> weights = weights(maps);
        GradientCheck.assertGradient(
                x -> weighted(signature(like(maps, x)), weights),
                x -> gradient(like(maps, x), weights),
                narrowed(flat(maps, maps)),
                step(),
                2e-3);
    }

    private void assertAllocatesOnce(FeatureMaps maps) {
        round.rewind();
        Signature cotangent = cotangent(weights(maps), maps);
        FeatureMaps cotangents = descriptor().at(maps, round).pullback().apply(cotangent);
        assertThat(cotangents.names()).isSubsetOf(maps.names());
        int arrays = round.size();

        for (int i = 0; i < 3; i++) {
            round.rewind();
            descriptor().at(maps, round).pullback().apply(cotangent);
        }

        assertThat(round.size()).isEqualTo(arrays);
    }

    private Signature signature(FeatureMaps maps) {
        round.rewind();
        return descriptor().at(maps, round).value().copy(scope);
    }

    private float[] gradient(FeatureMaps maps, Map<String, float[]> weights) {
        round.rewind();
        Evaluation<FeatureMaps, Signature> evaluation = descriptor().at(maps, round);
        return narrowed(flat(maps, evaluation.pullback().apply(cotangent(weights, maps))));
    }

    /** The upper or the lower half of maps. */
    private static FeatureMaps rows(FeatureMaps maps, int half) {
        Map<String, INDArray> rows = new LinkedHashMap<>();
        maps.layers().forEach((name, map) -> {
            int count = (int) map.size(1) / 2;
            rows.put(name, Nhwc.rows(map, half * count, count));
        });
        return maps.with(rows);
    }

    /** Random maps that end at their borders. */
    private FeatureMaps ending(long seed) {
        return random(new long[] {1, 6, 5, 3}, new long[] {1, 4, 4, 2}, false, seed);
    }

    /** Random circular maps. The second layer has half the extents: what moves the first by two pixels moves it by one. */
    private FeatureMaps circular(long seed) {
        return random(new long[] {1, 12, 8, 3}, new long[] {1, 6, 4, 2}, true, seed);
    }

    private FeatureMaps random(long[] first, long[] second, boolean circular, long seed) {
        Map<String, INDArray> layers = new LinkedHashMap<>();
        layers.put("first", scope.array(first));
        layers.put("second", scope.array(second));
        FeatureMaps shapes = new FeatureMaps(layers, circular);
        return like(shapes, RandomTensors.numbers(flat(shapes, shapes).length, seed));
    }

    /** Maps of these shapes, with other numbers. */
    private FeatureMaps like(FeatureMaps shapes, float[] numbers) {
        Map<String, INDArray> layers = new LinkedHashMap<>();
        int from = 0;
        for (Map.Entry<String, INDArray> layer : shapes.layers().entrySet()) {
            int end = from + (int) layer.getValue().length();
            layers.put(
                    layer.getKey(),
                    scope.of(
                            Arrays.copyOfRange(numbers, from, end),
                            layer.getValue().shape()));
            from = end;
        }
        return shapes.with(layers);
    }

    /** A map moved round: what was at x, y is then at x + columns, y + rows. */
    private INDArray moved(INDArray map, int columns, int rows) {
        int height = (int) map.size(1);
        int width = (int) map.size(2);
        int channels = (int) map.size(3);
        float[] numbers = HostMemory.toFloats(map);
        float[] moved = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int row = (i / channels / width + rows) % height;
            int column = (i / channels % width + columns) % width;
            moved[(row * width + column) * channels + i % channels] = numbers[i];
        }
        return scope.of(moved, map.shape());
    }

    /** Random weights that make one number of a signature. */
    private Map<String, float[]> weights(FeatureMaps maps) {
        Map<String, float[]> weights = new LinkedHashMap<>();
        shape(maps)
                .layers()
                .forEach((name, statistics) ->
                        weights.put(name, RandomTensors.numbers((int) statistics.length(), name.hashCode())));
        return weights;
    }

    private Signature cotangent(Map<String, float[]> weights, FeatureMaps maps) {
        Signature shape = shape(maps);
        Map<String, INDArray> cotangent = new LinkedHashMap<>();
        weights.forEach(
                (name, w) -> cotangent.put(name, scope.of(w, shape.layer(name).shape())));
        return new Signature(cotangent);
    }

    /** A signature, from a scope of its own: an evaluation whose pullback is still to come must stay as it is. */
    private Signature shape(FeatureMaps maps) {
        shapes.rewind();
        return descriptor().at(maps, shapes).value();
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
        return maps.layers().entrySet().stream()
                .flatMapToDouble(layer -> {
                    double[] numbers = values.names().contains(layer.getKey())
                            ? HostMemory.toDoubles(values.layer(layer.getKey()))
                            : new double[1];
                    return IntStream.range(0, (int) layer.getValue().length())
                            .mapToDouble(i -> numbers[i % numbers.length]);
                })
                .toArray();
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

    private static float[] narrowed(double[] values) {
        float[] narrowed = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrowed[i] = (float) values[i];
        }
        return narrowed;
    }
}

package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.diff.GradientCheck;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What every distance must do. To test a distance of your own, extend this class and return it from {@link #distance}. */
public abstract class DistanceContract {
    private final TensorScope scope = new TensorScope();
    private final TensorScope round = scope.child();

    /** The distance to be tested; the layers are called "first" and "second". */
    protected abstract Distance distance();

    /** The shapes of the statistics of "first" and "second". */
    protected long[][] shapes() {
        return new long[][] {{3, 3}, {4}};
    }

    /** Random statistics of both layers, one after the other; other than these where not all numbers are admissible. */
    protected float[] statistics(int count, int seed) {
        return RandomTensors.numbers(count, seed);
    }

    /** The step of the central differences: shorter where the distance has edges. */
    protected double step() {
        return 1e-2;
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void pullbackAgreesWithCentralDifferences() {
        float[] target = numbers(1);
        GradientCheck.assertGradient(x -> between(x, target), x -> gradient(x, target), numbers(2), step(), 2e-3);
    }

    @Test
    void isZeroOnlyWhereSignaturesAreEqual() {
        float[] target = numbers(3);

        assertThat(between(target, target)).isZero();
        assertThat(between(numbers(4), target)).isPositive();
    }

    @Test
    void hasAFiniteGradientWhereSignaturesAreEqual() {
        float[] target = numbers(5);

        assertThat(gradient(target, target)).containsOnly(0f);
    }

    @Test
    void pullbackIsProportionalToTheCotangent() {
        Signature z = signature(numbers(6));
        Signature a = signature(numbers(7));
        double once = first(distance().between(z, a, scope).pullback().apply(1.0));
        double thrice = first(distance().between(z, a, scope).pullback().apply(3.0));

        assertThat(thrice).isCloseTo(3 * once, within(1e-5));
    }

    @Test
    void leavesBothSignaturesUntouched() {
        float[] x = numbers(8);
        Signature z = signature(x);
        Signature a = signature(x);

        distance().between(z, a, scope).pullback().apply(1.0);

        assertThat(flat(z)).containsExactly(x);
        assertThat(flat(a)).containsExactly(x);
    }

    private double between(float[] x, float[] target) {
        round.rewind();
        return distance().between(signature(x), signature(target), round).value();
    }

    private float[] gradient(float[] x, float[] target) {
        round.rewind();
        return flat(distance()
                .between(signature(x), signature(target), round)
                .pullback()
                .apply(1.0));
    }

    private float[] numbers(int seed) {
        return statistics(length(0) + length(1), seed);
    }

    private int length(int layer) {
        return Math.toIntExact(Arrays.stream(shapes()[layer]).reduce(1, (a, b) -> a * b));
    }

    private Signature signature(float[] x) {
        Map<String, INDArray> layers = new LinkedHashMap<>();
        layers.put("first", scope.of(Arrays.copyOf(x, length(0)), shapes()[0]));
        layers.put("second", scope.of(Arrays.copyOfRange(x, length(0), x.length), shapes()[1]));
        return new Signature(layers);
    }

    private static double first(Signature signature) {
        return HostMemory.toDoubles(signature.layer("first"))[0];
    }

    private float[] flat(Signature signature) {
        float[] all = Arrays.copyOf(HostMemory.toFloats(signature.layer("first")), length(0) + length(1));
        System.arraycopy(HostMemory.toFloats(signature.layer("second")), 0, all, length(0), length(1));
        return all;
    }
}

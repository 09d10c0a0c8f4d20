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
    private static final int FIRST = 9;
    private static final int ALL = 13;

    private final TensorScope scope = new TensorScope();
    private final TensorScope round = scope.child();

    /** The distance to be tested; the layers are called "first" and "second". */
    protected abstract Distance distance();

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @Test
    void pullbackAgreesWithCentralDifferences() {
        float[] target = RandomTensors.numbers(ALL, 1);
        GradientCheck.assertGradient(
                x -> between(x, target), x -> gradient(x, target), RandomTensors.numbers(ALL, 2), 1e-2, 2e-3);
    }

    @Test
    void isZeroOnlyWhereSignaturesAreEqual() {
        float[] target = RandomTensors.numbers(ALL, 3);

        assertThat(between(target, target)).isZero();
        assertThat(between(RandomTensors.numbers(ALL, 4), target)).isPositive();
    }

    @Test
    void hasAFiniteGradientWhereSignaturesAreEqual() {
        float[] target = RandomTensors.numbers(ALL, 5);

        assertThat(gradient(target, target)).containsOnly(0f);
    }

    @Test
    void pullbackIsProportionalToTheCotangent() {
        Signature z = signature(RandomTensors.numbers(ALL, 6));
        Signature a = signature(RandomTensors.numbers(ALL, 7));
        double once = first(distance().between(z, a, scope).pullback().apply(1.0));
        double thrice = first(distance().between(z, a, scope).pullback().apply(3.0));

        assertThat(thrice).isCloseTo(3 * once, within(1e-5));
    }

    @Test
    void leavesBothSignaturesUntouched() {
        float[] x = RandomTensors.numbers(ALL, 8);
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

    private Signature signature(float[] x) {
        Map<String, INDArray> layers = new LinkedHashMap<>();
        layers.put("first", scope.of(Arrays.copyOf(x, FIRST), 3, 3));
        layers.put("second", scope.of(Arrays.copyOfRange(x, FIRST, ALL), ALL - FIRST));
        return new Signature(layers);
    }

    private static double first(Signature signature) {
        return HostMemory.toDoubles(signature.layer("first"))[0];
    }

    private static float[] flat(Signature signature) {
        float[] all = new float[ALL];
        System.arraycopy(HostMemory.toFloats(signature.layer("first")), 0, all, 0, FIRST);
        System.arraycopy(HostMemory.toFloats(signature.layer("second")), 0, all, FIRST, ALL - FIRST);
        return all;
    }
}

package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class MomentsTest {
    @Nested
    class OfTheFirstOrder extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Moments(1);
        }
    }

    @Nested
    class OfTheSecondOrder extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Moments(2);
        }
    }

    @Nested
    class OfTheThirdOrder extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Moments(3);
        }
    }

    /** A coin that shows 1 in a fourth of the throws has the skewness (1 - 2 p) / sqrt(p (1 - p)). */
    @Test
    void areThoseOfABernoulliDistribution() {
        double deviation = Math.sqrt(0.25 * 0.75);

        assertThat(moments(new float[] {0, 1, 0, 0}))
                .containsExactly(new double[] {0.25, deviation, 0.5 / deviation}, within(1e-5));
    }

    @Test
    void areInvariantToPixelPermutation() {
        assertThat(moments(new float[] {5, 1, 2, 9})).containsExactly(moments(new float[] {9, 2, 5, 1}), within(1e-5));
    }

    @Test
    void areSafeWhereAChannelDoesNotVary() {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(new float[] {0.3f, 0.3f, 0.3f, 0.3f}, 1, 2, 2, 1);
            Evaluation<INDArray, INDArray> moments = new Moments(3).ofLayer(map, scope);
            INDArray gradient = moments.pullback().apply(scope.of(new float[] {4, 5, 6}, 1, 3));

            assertThat(HostMemory.toDoubles(moments.value())).containsExactly(new double[] {0.3, 0, 0}, within(1e-6));
            assertThat(HostMemory.toFloats(gradient)).containsOnly(1);
        }
    }

    @Test
    void refuseAFourthMoment() {
        assertThatThrownBy(() -> new Moments(4)).hasMessage("order must be from 1.0 to 3.0, but is 4.0");
    }

    /** Of four pixels with one channel. */
    private static double[] moments(float[] values) {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(values, 1, 2, 2, 1);
            return HostMemory.toDoubles(new Moments(3).ofLayer(map, scope).value());
        }
    }
}

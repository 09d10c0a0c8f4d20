package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GaussianWassersteinTest {
    /** Signatures of three channels and of one, with covariances that are positive definite. */
    abstract static class OfGaussians extends DistanceContract {
        @Override
        protected long[][] shapes() {
            return new long[][] {{4, 3}, {2, 1}};
        }

        @Override
        protected float[] statistics(int count, int seed) {
            float[] numbers = RandomTensors.numbers(count, seed);
            for (int variance : new int[] {3, 7, 11, 13}) {
                numbers[variance] += 3;
            }
            return numbers;
        }
    }

    @Nested
    class Plain extends OfGaussians {
        @Override
        protected Distance distance() {
            return new GaussianWasserstein(Map.of(), 1e-4, false);
        }
    }

    @Nested
    class WeightedAndNormalized extends OfGaussians {
        @Override
        protected Distance distance() {
            return new GaussianWasserstein(Map.of("second", 3.0), 0.1, true);
        }
    }

    /** Independent channels: the sum of (m - n)² + (s - t)² for deviations s and t. */
    @Test
    void isTheSumOverTheChannelsWhereTheseAreIndependent() {
        double distance = distance(new float[] {1, 2, 9, 0, 0, 4}, new float[] {0, 4, 1, 0, 0, 16}, false);

        assertThat(distance).isCloseTo(1 + 4 + 4 + 4, within(1e-3));
    }

    /** Covariances with common eigenvectors, (1,1) and (1,-1): the sum over the axes, whose variances are 4, 16 and 1, 9. */
    @Test
    void isTheSumOverTheAxesWhereTheseAreCommon() {
        double distance = distance(new float[] {0, 0, 10, -6, -6, 10}, new float[] {0, 0, 5, -4, -4, 5}, false);

        assertThat(distance).isCloseTo(1 + 1, within(1e-3));
    }

    @Test
    void isOneForActivationsThatAreAllZeroWhenNormalized() {
        double distance = distance(new float[6], new float[] {3, -7, 5, 1, 1, 4}, true);

        assertThat(distance).isCloseTo(1, within(0.03));
    }

    @Test
    void isTheVarianceWhereTheTargetDoesNotVary() {
        assertThat(distance(new float[] {0, 0, 3, 1, 1, 4}, new float[6], true)).isCloseTo(7, within(1e-6));
    }

    @Test
    void survivesCovariancesOfLowRank() {
        try (TensorScope scope = new TensorScope()) {
            Signature flat = signature(new float[] {0, 0, 0, 0, 0, 0}, scope);
            Signature line = signature(new float[] {0, 0, 1, 1, 1, 1}, scope);
            Evaluation<Signature, Double> loss =
                    new GaussianWasserstein(Map.of(), 1e-4, false).between(flat, line, scope);

            assertThat(loss.value()).isCloseTo(2, within(0.1));
            for (double slope : HostMemory.toDoubles(loss.pullback().apply(1.0).layer("a"))) {
                assertThat(slope).isFinite();
            }
        }
    }

    @Test
    void passesNotANumberOn() {
        assertThat(distance(new float[] {0, 0, Float.NaN, 1, 1, 4}, new float[] {0, 0, 3, 1, 1, 4}, false))
                .isNaN();
    }

    @Test
    void refusesOtherSignatures() {
        try (TensorScope scope = new TensorScope()) {
            Signature gram = new Signature(Map.of("conv1", scope.of(new float[4], 2, 2)));

            assertThatThrownBy(() -> new GaussianWasserstein(Map.of(), 1e-4, false).between(gram, gram, scope))
                    .hasMessage(
                            "signature must hold mean and covariance, [C+1,C], but has the shape [2, 2] at the layer"
                                    + " conv1: gaussian-wasserstein compares what the descriptor covariance measures; take that"
                                    + " one, or another distance");
        }
    }

    @Test
    void refusesADescriptorOtherThanCovarianceBeforeItMeasures() {
        GaussianWasserstein distance = new GaussianWasserstein(Map.of(), 1e-4, false);
        distance.requireDescriptor(new Covariance());
        assertThatThrownBy(() -> distance.requireDescriptor(new Gram()))
                .hasMessageContaining("take the descriptor covariance, or another distance");
    }

    @Test
    void refusesAWeightForALayerThatIsNotCompared() {
        assertThatThrownBy(() ->
                        new GaussianWasserstein(Map.of("conv9", 1.0), 1e-4, false).requireLayers(List.of("conv1")))
                .hasMessage("weights names the layer conv9, which is not compared: [conv1]");
    }

    private static double distance(float[] image, float[] target, boolean normalize) {
        try (TensorScope scope = new TensorScope()) {
            return new GaussianWasserstein(Map.of(), 1e-6, normalize)
                    .between(signature(image, scope), signature(target, scope), scope)
                    .value();
        }
    }

    /** Mean and covariance of two channels. */
    private static Signature signature(float[] numbers, TensorScope scope) {
        return new Signature(Map.of("a", scope.of(numbers, 3, 2)));
    }
}

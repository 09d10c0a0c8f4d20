package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Offset;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class GramTest {
    private static final List<Offset> SHIFTS = List.of(new Offset(2, 0), new Offset(-1, 3), new Offset(1, -1));

    @Nested
    class Plain extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Gram();
        }
    }

    @Nested
    class Centred extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Gram(true, List.of(), false, false);
        }
    }

    @Nested
    class MixedAlongTheGeodesic extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Gram(false, List.of(), false, false, true);
        }
    }

    @Nested
    class Shifted extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Gram(false, SHIFTS, false, false);
        }
    }

    @Nested
    class WrappedAndCentred extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Gram(true, SHIFTS, true, false);
        }
    }

    @Nested
    class AcrossLayers extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Gram(false, List.of(), false, true);
        }
    }

    @Nested
    class WithEverything extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new Gram(true, SHIFTS, false, true);
        }
    }

    @Test
    void isTheMeanProductOfEachPairOfChannels() {
        assertThat(gram(new Gram(), new float[] {1, 2, 3, 4}))
                .containsExactly(new double[] {5, 7, 7, 10}, within(1e-6));
    }

    @Test
    void isInvariantToPixelPermutation() {
        assertThat(gram(new Gram(), new float[] {3, 4, 1, 2}))
                .containsExactly(gram(new Gram(), new float[] {1, 2, 3, 4}), within(1e-6));
    }

    @Test
    void isTheCovarianceWhenCentred() {
        assertThat(gram(new Gram(true, List.of(), false, false), new float[] {1, 20, 3, 10}))
                .containsExactly(new double[] {1, -5, -5, 25}, within(1e-5));
    }

    @Test
    void leavesDisplacedPixelsOutsideOutOfTheMean() {
        for (Offset shift : SHIFTS) {
            assertThatProductsAreThoseOfAPlainSum(shift, false);
        }
    }

    @Test
    void takesDisplacedPixelsFromTheOtherSideWhenWrapped() {
        for (Offset shift : SHIFTS) {
            assertThatProductsAreThoseOfAPlainSum(shift, true);
        }
    }

    @Test
    void averagesTheFinerLayerDownToTheCoarser() {
        try (TensorScope scope = new TensorScope()) {
            Map<String, INDArray> layers = new LinkedHashMap<>();
            layers.put("fine", scope.of(new float[] {1, 3, 5, 7, 2, 2, 6, 6}, 1, 2, 4, 1));
            layers.put("coarse", scope.of(new float[] {10, 20}, 1, 1, 2, 1));
            Signature signature = new Gram(false, List.of(), false, true)
                    .at(new FeatureMaps(layers), scope)
                    .value();

            assertThat(HostMemory.toDoubles(signature.layer("fine")))
                    .containsExactly(new double[] {164 / 8.0, (2 * 10 + 6 * 20) / 2.0}, within(1e-5));
            assertThat(HostMemory.toDoubles(signature.layer("coarse")))
                    .containsExactly(new double[] {250}, within(1e-4));
        }
    }

    @Test
    void meanIsThatOfTheNumbers() {
        assertThat(mean(new Gram(), new float[] {4, 1, 1, 9}, new float[] {1, 0, 0, 1}))
                .containsExactly(new double[] {2.5, 0.5, 0.5, 5}, within(1e-6));
    }

    /** Matrices of the same axes: eigenvalues become their geometric means, here 9, 1 and 1, 1 along the diagonals. */
    @Test
    void meanAlongTheGeodesicIsTheGeometricMeanOfEigenvalues() {
        Gram geodesic = new Gram(false, List.of(), false, false, true);

        assertThat(mean(geodesic, new float[] {5, 4, 4, 5}, new float[] {1, 0, 0, 1}))
                .containsExactly(new double[] {2, 1, 1, 2}, within(1e-3));
    }

    @Test
    void refusesAGeodesicOfWhatIsNotSymmetric() {
        assertThatThrownBy(() -> new Gram(false, SHIFTS, false, false, true))
                .hasMessageStartingWith("geodesic goes with the Gram matrix alone");
        assertThatThrownBy(() -> new Gram(false, List.of(), false, true, true))
                .hasMessageStartingWith("geodesic goes with the Gram matrix alone");
    }

    /** Of two matrices of two channels, half way. */
    private static double[] mean(Gram gram, float[] one, float[] other) {
        try (TensorScope scope = new TensorScope()) {
            List<INDArray> statistics = List.of(scope.of(one, 2, 2), scope.of(other, 2, 2));
            return HostMemory.toDoubles(gram.mean(statistics, List.of(0.5, 0.5), scope));
        }
    }

    @Test
    void refusesAShiftOutOfTheMap() {
        Gram gram = new Gram(false, List.of(new Offset(2, 0)), false, false);

        assertThatThrownBy(() -> gram(gram, new float[] {1, 2, 3, 4}))
                .hasMessage("shifts must be shorter than the feature maps, but [2, 0] is not for 2 x 1");
    }

    /** Sums over all pairs of pixels, one by one. */
    private static void assertThatProductsAreThoseOfAPlainSum(Offset shift, boolean wrap) {
        int height = 5;
        int width = 4;
        float[] map = RandomTensors.numbers(height * width * 2, 9);
        double[] expected = new double[4];
        int pairs = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int row = wrap ? Math.floorMod(y + shift.y(), height) : y + shift.y();
                int column = wrap ? Math.floorMod(x + shift.x(), width) : x + shift.x();
                if (row >= 0 && row < height && column >= 0 && column < width) {
                    pairs++;
                    for (int i = 0; i < 4; i++) {
                        expected[i] += map[2 * (y * width + x) + i / 2] * map[2 * (row * width + column) + i % 2];
                    }
                }
            }
        }
        try (TensorScope scope = new TensorScope()) {
            INDArray tensor = scope.of(map, 1, height, width, 2);
            Gram gram = new Gram(false, List.of(shift), wrap, false);
            double[] numbers = HostMemory.toDoubles(gram.ofLayer(tensor, scope).value());
            for (int i = 0; i < 4; i++) {
                assertThat(numbers[4 + i]).as(shift.toString()).isCloseTo(expected[i] / pairs, within(1e-6));
            }
        }
    }

    /** Of two pixels with two channels. */
    private static double[] gram(Gram gram, float[] values) {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.of(values, 1, 1, 2, 2);
            return HostMemory.toDoubles(gram.ofLayer(map, scope).value());
        }
    }
}

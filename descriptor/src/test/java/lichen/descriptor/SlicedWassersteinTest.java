package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class SlicedWassersteinTest {
    @Nested
    class OfPixels extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new SlicedWasserstein(0, 1, 7, 1);
        }

        @Override
        protected double step() {
            return SORTED;
        }
    }

    @Nested
    class OfPatches extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new SlicedWasserstein(4, 3, 5, 1);
        }

        @Override
        protected double step() {
            return SORTED;
        }
    }

    @Nested
    class InALaterRound extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new SlicedWasserstein(5, 1, 40, 1).inRound(3);
        }

        @Override
        protected double step() {
            return SORTED;
        }
    }

    @Nested
    class OfContrastInPatches extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new SlicedWasserstein(8, 2, 0.5, 5, 1);
        }

        @Override
        protected double step() {
            return SORTED;
        }
    }

    @Nested
    class OfPatchesThatGoRound extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            SlicedWasserstein patches = new SlicedWasserstein(4, 3, 5, 1);
            return (maps, scope) -> patches.at(new FeatureMaps(maps.layers(), true), scope);
        }

        @Override
        protected double step() {
            return SORTED;
        }
    }

    @Test
    void doesNotSeeWhereCircularMapsBegin() {
        try (TensorScope scope = new TensorScope()) {
            SlicedWasserstein patches = new SlicedWasserstein(3, 2, 4, 1);
            float[] map = {1, 5, 2, 8, 3, 9};
            float[] rolled = {2, 1, 5, 9, 8, 3};

            assertThat(circular(patches, map, scope)).containsExactly(circular(patches, rolled, scope));
            assertThat(HostMemory.toFloats(
                            patches.ofLayer(scope.of(map, 1, 2, 3, 1), scope).value()))
                    .isNotEqualTo(HostMemory.toFloats(
                            patches.ofLayer(scope.of(rolled, 1, 2, 3, 1), scope).value()));
        }
    }

    private static float[] circular(SlicedWasserstein patches, float[] map, TensorScope scope) {
        FeatureMaps maps = new FeatureMaps(Map.of("layer", scope.of(map, 1, 2, 3, 1)), true);
        return HostMemory.toFloats(patches.at(maps, scope).value().layer("layer"));
    }

    @Test
    void doesNotSeeAConstantInTheShareOfTheDirectionsThatIsForContrast() {
        try (TensorScope scope = new TensorScope()) {
            double[] d = HostMemory.toDoubles(new Directions(1, 4, 3, 0.5).draw(scope, 4, 3));

            assertThat(d[0] + d[1] + d[2]).isCloseTo(0, within(1e-6));
            assertThat(d[3] + d[4] + d[5]).isCloseTo(0, within(1e-6));
            assertThat(dot(d, 0, 1)).isCloseTo(0, within(1e-6));
            assertThat(d[6] + d[7] + d[8]).isNotCloseTo(0, within(1e-3));
        }
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> new SlicedWasserstein(0, 1, 1.5, 10, 5))
                .hasMessage("contrast must be from 0 to 1, but is 1.5");
    }

    @Test
    void isInvariantToPixelPermutation() {
        try (TensorScope scope = new TensorScope()) {
            SlicedWasserstein slices = new SlicedWasserstein(3, 1, 2, 1);
            INDArray map = scope.of(new float[] {1, 10, 2, 20, 3, 30, 6, 40}, 1, 2, 2, 2);
            INDArray permuted = scope.of(new float[] {6, 40, 2, 20, 1, 10, 3, 30}, 1, 2, 2, 2);

            assertThat(HostMemory.toFloats(slices.ofLayer(permuted, scope).value()))
                    .containsExactly(
                            HostMemory.toFloats(slices.ofLayer(map, scope).value()));
        }
    }

    /** For a shift by t, W2² is |t|²; a full orthonormal set of directions sees |t|² / C of it on average. */
    @Test
    void measuresAShiftExactlyWithAFullSetOfDirections() {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = RandomTensors.tensor(scope, 3, 1, 5, 5, 2);
            INDArray shifted = scope.copyOf(map);
            shifted.addi(scope.of(new float[] {3, 4}, 1, 1, 1, 2));
            SlicedWasserstein slices = new SlicedWasserstein(0, 1, 10, 5);
            INDArray one = slices.ofLayer(map, scope).value();
            INDArray other = slices.ofLayer(shifted, scope).value();

            assertThat(HostMemory.squaredDistance(one, other) / one.length()).isCloseTo(25.0 / 2, within(1e-4));
        }
    }

    @Test
    void looksInOrthogonalDirections() {
        try (TensorScope scope = new TensorScope()) {
            double[] d = HostMemory.toDoubles(new Directions(1, 5, 3, 0).draw(scope, 5, 3));

            assertThat(dot(d, 0, 1)).isCloseTo(0, within(1e-6));
            assertThat(dot(d, 1, 2)).isCloseTo(0, within(1e-6));
            assertThat(dot(d, 3, 4)).isCloseTo(0, within(1e-6));
            assertThat(dot(d, 4, 4)).isCloseTo(1, within(1e-6));
            assertThat(dot(d, 2, 3)).isNotCloseTo(0, within(1e-3));
        }
    }

    @Test
    void drawsOtherDirectionsInEachRoundButTheSameInARoundOfTheSameSeed() {
        SlicedWasserstein slices = new SlicedWasserstein(0, 1, 10, 5);

        assertThat(slices.inRound(1)).isEqualTo(slices.inRound(1)).isNotEqualTo(slices.inRound(2));
    }

    @Test
    void refusesPatchesThatAreLargerThanTheMap() {
        try (TensorScope scope = new TensorScope()) {
            INDArray map = scope.array(1, 4, 9, 2);

            assertThatThrownBy(() -> new SlicedWasserstein(0, 5, 10, 1).ofLayer(map, scope))
                    .hasMessage("patch must fit into the feature maps, but is 5 for 9 x 4");
        }
    }

    private static double dot(double[] directions, int i, int j) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += directions[3 * i + k] * directions[3 * j + k];
        }
        return sum;
    }
}

package lichen.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sums of signatures with weights of either sign; means are checked by the contract of descriptors. */
class SignatureMeanTest {
    private final TensorScope scope = new TensorScope();

    @BeforeEach
    void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @Test
    void beyondNumbersGoOnAlongTheirLine() {
        assertThat(beyond(new Gap(), new float[] {1, -1}, new float[] {2, 1}, -1, 2))
                .containsExactly(new float[] {3, 3}, within(1e-6f));
    }

    @Test
    void whatIsNeverNegativeIsNotNegativeBeyond() {
        assertThat(beyond(new Gap(), new float[] {3, 3}, new float[] {1, -1}, -1, 2))
                .containsExactly(new float[] {0, -5}, within(1e-6f));
    }

    @Test
    void whatIsSortedIsSortedBeyond() {
        for (Descriptor sorted : List.of(new Histogram(2), new SlicedWasserstein(2, 1, 2, 1))) {
            assertThat(beyond(sorted, new float[] {-1, 9}, new float[] {-2, 3}, -1, 2))
                    .containsExactly(new float[] {-3, 0}, within(1e-6f));
            assertThat(beyond(sorted, new float[] {-9, -1}, new float[] {-2, -1}, -1, 2))
                    .as("5 and -1")
                    .containsExactly(new float[] {-1, 5}, within(1e-6f));
        }
    }

    @Test
    void covariancesHaveNothingBeyond() {
        assertThatThrownBy(() -> beyond(new Covariance(), new float[] {1, 1}, new float[] {2, 3}, -1, 2))
                .hasMessageStartingWith("descriptor must have sums beyond photographs, as gap");
    }

    private float[] beyond(Descriptor descriptor, float[] one, float[] other, double ofOne, double ofOther) {
        Signature sum = SignatureMean.beyond(
                descriptor, List.of(signature(one), signature(other)), List.of(ofOne, ofOther), scope);
        return HostMemory.toFloats(sum.layer("image"));
    }

    /** One row of numbers. */
    private Signature signature(float[] numbers) {
        return new Signature(Map.of("image", scope.of(numbers, 1, numbers.length)));
    }
}

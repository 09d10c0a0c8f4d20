package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class TensorScopeTest {
    @Test
    void handsOutTheSameArraysAfterRewinding() {
        try (TensorScope scope = new TensorScope()) {
            INDArray first = scope.array(2, 3);
            INDArray second = scope.array('f', 4);
            scope.rewind();

            assertThat(scope.array(2, 3)).isSameAs(first);
            assertThat(scope.array('f', 4)).isSameAs(second);
            assertThat(scope.size()).isEqualTo(2);
        }
    }

    @Test
    void replacesAnArrayThatNoLongerFits() {
        try (TensorScope scope = new TensorScope()) {
            INDArray first = scope.array(2, 3);
            scope.rewind();

            assertThat(scope.array(3, 2).shape()).containsExactly(3, 2);
            assertThat(first.wasClosed()).isTrue();
            assertThat(scope.bytes()).isEqualTo(24);
        }
    }

    @Test
    void freesItsArraysAndItsChildrensWhenItCloses() {
        TensorScope scope = new TensorScope();
        INDArray own = scope.array(5);
        INDArray childs = scope.child().array(5);

        scope.close();

        assertThat(own.wasClosed()).isTrue();
        assertThat(childs.wasClosed()).isTrue();
        assertThatThrownBy(() -> scope.array(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAnEmptyShape() {
        try (TensorScope scope = new TensorScope()) {
            assertThatThrownBy(() -> scope.array(3, 0))
                    .hasMessage("shape must have extents of at least 1, but is [3, 0]");
        }
    }

    @Test
    void copiesViewsIntoContiguousArrays() {
        try (TensorScope scope = new TensorScope()) {
            INDArray transposed = scope.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3).transpose();

            assertThat(HostMemory.toFloats(scope.copyOf(transposed))).containsExactly(1, 4, 2, 5, 3, 6);
        }
    }

    @Test
    void handsOutTheSameJavaArraysAfterRewinding() {
        try (TensorScope scope = new TensorScope()) {
            float[] numbers = scope.floats(3);
            int[] places = scope.ints(3);
            scope.rewind();

            assertThat(scope.floats(3)).isSameAs(numbers);
            assertThat(scope.ints(3)).isSameAs(places);
            assertThat(scope.size()).isEqualTo(2);
            scope.rewind();
            assertThat(scope.floats(4)).hasSize(4);
        }
    }

    @Test
    void computesAConstantAgainOnlyForAnotherKey() {
        try (TensorScope scope = new TensorScope()) {
            AtomicInteger times = new AtomicInteger();
            for (String key : List.of("a", "a", "b")) {
                scope.rewind();
                INDArray constant = scope.constant(key, () -> new float[] {times.incrementAndGet()}, 1);

                assertThat(constant.getFloat(0)).isEqualTo(key.equals("a") ? 1 : 2);
            }
        }
    }

    @Test
    void computesAConstantAgainWhereItsArrayServedForOtherThings() {
        try (TensorScope scope = new TensorScope()) {
            scope.constant("a", () -> new float[] {1}, 1);
            scope.rewind();
            scope.array(1).assign(5);
            scope.rewind();

            assertThat(scope.constant("a", () -> new float[] {1}, 1).getFloat(0))
                    .isEqualTo(1);
        }
    }
}

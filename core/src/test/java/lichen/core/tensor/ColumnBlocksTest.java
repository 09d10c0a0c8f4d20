package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class ColumnBlocksTest {
    @Test
    void showEachColumnInOnePiece() {
        try (TensorScope scope = new TensorScope()) {
            float[][] seen = new float[2][];

            new ColumnBlocks(3, 2, scope)
                    .read(
                            scope.of(new float[] {1, 10, 2, 20, 3, 30}, 3, 2),
                            (worker, index, numbers, first) ->
                                    seen[index] = Arrays.copyOfRange(numbers, first, first + 3));

            assertThat(seen[0]).containsExactly(1, 2, 3);
            assertThat(seen[1]).containsExactly(10, 20, 30);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "63, 5", "64, 33", "5000, 17"})
    void bringNewNumbersToTheirPlaces(int rows, int columns) {
        try (TensorScope scope = new TensorScope()) {
            float[] numbers = RandomTensors.numbers(rows * columns, 3);
            INDArray matrix = scope.of(numbers, rows, columns);
            INDArray result = scope.array(rows, columns);

            new ColumnBlocks(rows, columns, scope)
                    .replace(
                            matrix,
                            (worker, index, column, first) -> {
                                for (int row = 0; row < rows; row++) {
                                    column[first + row] += index;
                                }
                            },
                            result);

            float[] expected = numbers.clone();
            for (int i = 0; i < expected.length; i++) {
                expected[i] += i % columns;
            }
            assertThat(HostMemory.toFloats(result)).containsExactly(expected);
            assertThat(HostMemory.toFloats(matrix)).containsExactly(numbers);
        }
    }

    @Test
    void refuseAMatrixOfAnotherSize() {
        try (TensorScope scope = new TensorScope()) {
            ColumnBlocks blocks = new ColumnBlocks(3, 2, scope);

            assertThatThrownBy(() -> blocks.read(scope.array(2, 2), (worker, index, numbers, first) -> {}))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("3 x 2");
        }
    }
}

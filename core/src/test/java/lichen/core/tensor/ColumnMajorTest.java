package lichen.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class ColumnMajorTest {
    @Test
    void laysEachColumnOutInOnePiece() {
        try (TensorScope scope = new TensorScope()) {
            float[] columns = new float[6];

            new ColumnMajor(3, 2, scope).read(scope.of(new float[] {1, 10, 2, 20, 3, 30}, 3, 2), columns);

            assertThat(columns).containsExactly(1, 2, 3, 10, 20, 30);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "63, 5", "64, 3", "5000, 17"})
    void findsTheWayBack(int rows, int columns) {
        try (TensorScope scope = new TensorScope()) {
            float[] numbers = RandomTensors.numbers(rows * columns, 3);
            float[] there = new float[numbers.length];
            INDArray back = scope.array(rows, columns);
            ColumnMajor layout = new ColumnMajor(rows, columns, scope);

            layout.read(scope.of(numbers, rows, columns), there);
            layout.write(there, back);

            assertThat(HostMemory.toFloats(back)).containsExactly(numbers);
            assertThat(there[rows - 1]).isEqualTo(numbers[(rows - 1) * columns]);
        }
    }

    @Test
    void refusesAMatrixOfAnotherSize() {
        try (TensorScope scope = new TensorScope()) {
            ColumnMajor layout = new ColumnMajor(3, 2, scope);

            assertThatThrownBy(() -> layout.read(scope.array(2, 2), new float[6]))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("3 x 2");
        }
    }
}

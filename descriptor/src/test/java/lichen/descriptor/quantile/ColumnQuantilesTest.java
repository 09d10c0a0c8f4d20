package lichen.descriptor.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import lichen.core.diff.Evaluation;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class ColumnQuantilesTest {
    private static final int SHARE = 32;
    private static final int MANY = 512 * SHARE;

    @Test
    void areTheSortedNumbersWhereThereAreAsMany() {
        assertThat(quantiles(new float[] {3, -1, 2}, 3)).containsExactly(-1, 2, 3);
    }

    @Test
    void areTheMeansOfEqualShares() {
        assertThat(quantiles(new float[] {4, 1, 3, 2}, 2)).containsExactly(1.5f, 3.5f);
    }

    @Test
    void splitANumberOnTheBorderOfTwoShares() {
        assertThat(quantiles(new float[] {9, 3, 6}, 2)).containsExactly((3 + 6 / 2f) / 1.5f, (6 / 2f + 9) / 1.5f);
    }

    @Test
    void areAStepFunctionAveragedInTheSameWayWhereThereAreFewerNumbers() {
        assertThat(quantiles(new float[] {5, 1}, 4)).containsExactly(1, 1, 5, 5);
        assertThat(quantiles(new float[] {5, 1}, 3)).containsExactly(1, 3, 5);
    }

    @Test
    void keepTheMean() {
        float[] numbers = RandomTensors.numbers(5000, 1);
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        double quantileSum = 0;
        for (float quantile : quantiles(numbers, 37)) {
            quantileSum += quantile;
        }

        assertThat(quantileSum / 37).isCloseTo(sum / 5000, within(1e-6));
    }

    @Test
    void treatEachColumnByItself() {
        try (TensorScope scope = new TensorScope()) {
            INDArray matrix = scope.of(new float[] {3, 10, 1, 30, 2, 20}, 3, 2);

            assertThat(HostMemory.toFloats(ColumnQuantiles.of(matrix, 3, scope).value()))
                    .containsExactly(1, 2, 3, 10, 20, 30);
        }
    }

    @Test
    void giveBackWhatAShareReceivedToTheNumbersInIt() {
        try (TensorScope scope = new TensorScope()) {
            Evaluation<INDArray, INDArray> quantiles =
                    ColumnQuantiles.of(scope.of(new float[] {9, 3, 6}, 3, 1), 2, scope);
            INDArray gradient = quantiles.pullback().apply(scope.of(new float[] {3, 30}, 1, 2));

            assertThat(HostMemory.toFloats(gradient)).containsExactly(20, 2, 11);
        }
    }

    @Test
    void leaveTheMatrixAsItIsUnlessTheGradientTakesItsPlace() {
        try (TensorScope scope = new TensorScope()) {
            INDArray matrix = scope.of(new float[] {9, 3, 6}, 3, 1);
            INDArray slopes = scope.of(new float[] {3, 30}, 1, 2);
            ColumnQuantiles.of(matrix, 2, scope).pullback().apply(slopes);
            assertThat(HostMemory.toFloats(matrix)).containsExactly(9, 3, 6);

            int arrays = scope.size();
            INDArray gradient =
                    ColumnQuantiles.inPlace(matrix, 2, scope).pullback().apply(slopes);
            assertThat(gradient).isSameAs(matrix);
            assertThat(HostMemory.toFloats(gradient)).containsExactly(20, 2, 11);
            int more = scope.size() - arrays;
            ColumnQuantiles.of(matrix, 2, scope);
            assertThat(scope.size() - arrays - more).isEqualTo(more + 1);
        }
    }

    @Test
    void ofManyNumbersAreThoseOfTheSortedOnesUpToTheWidthOfAGroup() {
        float[] numbers = RandomTensors.numbers(MANY, 2);
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        float width = (sorted[MANY - 1] - sorted[0]) / (Groups.MANY - 1);

        float[] quantiles = quantiles(numbers, MANY / SHARE);

        for (int j = 0; j < quantiles.length; j++) {
            assertThat(quantiles[j]).isCloseTo(mean(sorted, j * SHARE, SHARE), within(width));
        }
    }

    @Test
    void giveBackToManyNumbersWhatTheirPlacesInTheSortedListReceivedUpToAFewPerCent() {
        float[] numbers = RandomTensors.numbers(MANY, 2);
        float[] wanted = quantiles(RandomTensors.numbers(MANY, 3), MANY / SHARE);
        Integer[] order = IntStream.range(0, MANY).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing(place -> numbers[place]));
        try (TensorScope scope = new TensorScope()) {
            INDArray column = scope.of(numbers, MANY, 1);
            Evaluation<INDArray, INDArray> quantiles = ColumnQuantiles.of(column, MANY / SHARE, scope);
            INDArray slopes = scope.copyOf(quantiles.value()).subi(scope.of(wanted, 1, MANY / SHARE));
            float[] slope = HostMemory.toFloats(slopes);

            float[] gradient = HostMemory.toFloats(quantiles.pullback().apply(slopes));

            double error = 0;
            double size = 0;
            for (int rank = 0; rank < MANY; rank++) {
                float exact = slope[rank / SHARE] / SHARE;
                error += Math.pow(gradient[order[rank]] - exact, 2);
                size += Math.pow(exact, 2);
            }
            assertThat(Math.sqrt(error / size)).isLessThan(0.05);
        }
    }

    @Test
    void ofManyEqualNumbersAreThatNumber() {
        float[] numbers = new float[MANY];
        Arrays.fill(numbers, 0.3f);

        assertThat(quantiles(numbers, 8)).containsOnly(0.3f);
    }

    @Test
    void showANumberThatIsNone() {
        float[] numbers = RandomTensors.numbers(MANY, 2);
        numbers[7] = Float.NaN;

        assertThat(quantiles(numbers, 8)).contains(Float.NaN);
        assertThat(quantiles(Arrays.copyOf(numbers, 100), 8)).contains(Float.NaN);
    }

    private static float mean(float[] sorted, int first, int count) {
        double sum = 0;
        for (int i = first; i < first + count; i++) {
            sum += sorted[i];
        }
        return (float) (sum / count);
    }

    private static float[] quantiles(float[] numbers, int quantiles) {
        try (TensorScope scope = new TensorScope()) {
            INDArray column = scope.of(numbers, numbers.length, 1);
            return HostMemory.toFloats(
                    ColumnQuantiles.of(column, quantiles, scope).value());
        }
    }
}

package lichen.descriptor.quantile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import lichen.core.tensor.RandomTensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 700, 1024, 5000})
    void sortsNumbersOfBothSigns(int count) {
        float[] numbers = RandomTensors.numbers(count, count);
        numbers[0] = -0f;
        numbers[count / 2] = Float.MAX_VALUE;
        numbers[count - 1] = -Float.MIN_VALUE;

        assertThat(sorted(numbers)).containsExactly(sortedByTheJdk(numbers));
    }

    @Test
    void tellsWhereEachNumberWas() {
        float[] numbers = RandomTensors.numbers(3000, 2);

        for (long packed : sort(numbers)) {
            assertThat(numbers[RadixSort.place(packed)]).isEqualTo(RadixSort.number(packed));
        }
    }

    @Test
    void keepsTheOrderOfEqualNumbers() {
        float[] numbers = new float[2000];
        Arrays.fill(numbers, 1000, 2000, -3);
        long[] packed = sort(numbers);

        for (int i = 0; i < numbers.length; i++) {
            assertThat(RadixSort.place(packed[i])).isEqualTo((i + 1000) % 2000);
        }
    }

    private static float[] sorted(float[] numbers) {
        long[] packed = sort(numbers);
        float[] sorted = new float[numbers.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = RadixSort.number(packed[i]);
        }
        return sorted;
    }

    private static long[] sort(float[] numbers) {
        long[] packed = new long[numbers.length];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = RadixSort.packed(numbers[i], i);
        }
        return new RadixSort(new int[RadixSort.BUCKETS]).sort(packed, new long[packed.length]);
    }

    private static float[] sortedByTheJdk(float[] numbers) {
        float[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}

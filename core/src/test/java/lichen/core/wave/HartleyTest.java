package lichen.core.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import lichen.core.image.Size;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HartleyTest {
    /** Powers of two, small and large prime factors: the library has a method of its own for each. */
    static Stream<Size> sizes() {
        return Stream.of(
                new Size(8, 4), new Size(12, 10), new Size(7, 9), new Size(6, 11), new Size(13, 16), new Size(211, 2));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void isTheSumThatDefinesIt(Size size) {
        double[] plane = numbers(size, "sums");
        double[] expected = sums(plane, size);
        new Hartley(size).transform(plane);

        assertThat(plane).containsExactly(expected, within(1e-10));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void isItsOwnInverse(Size size) {
        double[] plane = numbers(size, "inverse");
        double[] twice = plane.clone();
        Hartley hartley = new Hartley(size);
        hartley.transform(twice);
        hartley.transform(twice);

        assertThat(twice).containsExactly(plane, within(1e-12));
    }

    @Test
    void refusesALineOfPixels() {
        assertThatThrownBy(() -> new Hartley(new Size(1, 5))).hasMessageStartingWith("size must be at least 2 x 2");
    }

    private static double[] numbers(Size size, String name) {
        return new RandomStreams(1)
                .stream(name).doubles(size.width() * size.height(), -1, 1).toArray();
    }

    private static double[] sums(double[] plane, Size size) {
        int width = size.width();
        int height = size.height();
        double[] sums = new double[plane.length];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < plane.length; j++) {
                double turns = (double) (i / width) * (j / width) / height + (double) (i % width) * (j % width) / width;
                sums[i] += plane[j] * (Math.cos(2 * Math.PI * turns) + Math.sin(2 * Math.PI * turns));
            }
            sums[i] /= Math.sqrt(plane.length);
        }
        return sums;
    }
}

package lichen.app.quality.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;
import lichen.core.random.RandomStreams;
import org.junit.jupiter.api.Test;

class CrossCorrelationTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void isThatOfTheBestShiftAsItsDefinitionSays() {
        Plane wide = plane(9, 4, 1);
        Plane high = plane(6, 7, 2);

        assertThat(CrossCorrelation.highest(wide, high)).isCloseTo(byHand(wide, high), within(ROUNDING));
        assertThat(CrossCorrelation.highest(high, wide)).isCloseTo(byHand(wide, high), within(ROUNDING));
    }

    @Test
    void isOneForAPlaneThatIsMovedAroundAndForAPartOfIt() {
        Plane plane = plane(13, 11, 3);
        double[] moved = new double[13 * 11];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = 0.3 * plane.at((i % 13 + 5) % 13, (i / 13 + 4) % 11) + 0.2;
        }

        assertThat(CrossCorrelation.highest(Plane.of(13, 11, moved), plane)).isCloseTo(1, within(ROUNDING));
        assertThat(CrossCorrelation.highest(plane.crop(3, 2, 6, 7), plane)).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void isToldWhereThereIsNothingToCorrelate() {
        Plane even = Plane.of(3, 2, new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1});

        assertThat(CrossCorrelation.highest(even, even)).isOne();
        assertThat(CrossCorrelation.highest(even, plane(3, 2, 4))).isZero();
    }

    private static double byHand(Plane one, Plane other) {
        int width = Math.max(one.width(), other.width());
        int height = Math.max(one.height(), other.height());
        double highest = 0;
        for (int shift = 0; shift < width * height; shift++) {
            int dx = shift % width;
            int dy = shift / width;
            IntBinaryOperator place = (x, y) -> (y + dy) % height * width + (x + dx) % width;
            highest = Math.max(highest, correlation(one, other, width, place));
        }
        return highest;
    }

    private static double correlation(Plane one, Plane other, int width, IntBinaryOperator place) {
        double[] sums = new double[6];
        for (int y = 0; y < other.height(); y++) {
            for (int x = 0; x < other.width(); x++) {
                int column = place.applyAsInt(x, y) % width;
                int row = place.applyAsInt(x, y) / width;
                if (column < one.width() && row < one.height()) {
                    double f = one.at(column, row);
                    double g = other.at(x, y);
                    double[] more = {1, f, g, f * f, g * g, f * g};
                    for (int i = 0; i < sums.length; i++) {
                        sums[i] += more[i];
                    }
                }
            }
        }
        double together = sums[5] - sums[1] * sums[2] / sums[0];
        return together / Math.sqrt((sums[3] - sums[1] * sums[1] / sums[0]) * (sums[4] - sums[2] * sums[2] / sums[0]));
    }

    private static Plane plane(int width, int height, int seed) {
        RandomGenerator random = new RandomStreams(seed).stream("plane");
        return Plane.of(width, height, random.doubles((long) width * height).toArray());
    }
}

package lichen.app.experiment.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalTest {
    /** Of many numbers it comes near to 1.96 standard errors of the mean. */
    @Test
    void isAsWideAsTheNormalOneWhereNumbersAreMany() {
        Random random = new Random(1);
        double[] numbers = new double[400];
        Arrays.setAll(numbers, i -> 3 + 2 * random.nextGaussian());
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double variance = Arrays.stream(numbers)
                        .map(number -> (number - mean) * (number - mean))
                        .sum()
                / 399;
        double error = 1.96 * Math.sqrt(variance / 400);
        Interval interval = Interval.of(numbers);

        assertThat(interval.mean()).isEqualTo(mean);
        assertThat(interval.low()).isCloseTo(mean - error, within(0.1 * error));
        assertThat(interval.high()).isCloseTo(mean + error, within(0.1 * error));
    }

    @Test
    void isAPointWhereAllNumbersAreAlike() {
        Interval interval = Interval.of(new double[] {2, 2, 2});

        assertThat(interval.low()).isCloseTo(2, within(1e-12));
        assertThat(interval.high()).isCloseTo(2, within(1e-12));
    }

    @Test
    void isTheSameForTheSameNumbers() {
        double[] numbers = {0.3, -0.2, 0.5, 0.1};

        assertThat(Interval.of(numbers)).isEqualTo(Interval.of(numbers.clone()));
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> Interval.of(new double[0])).hasMessage("numbers must be at least one");
    }
}

package lichen.app.experiment.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lichen.core.check.InvalidValueException;
import org.junit.jupiter.api.Test;

class PointsTest {
    @Test
    void refusesWhatIsNotANumber() {
        double[] values = {1, 2, 3, 4, Double.NaN, 6};

        assertThatThrownBy(() -> Points.of(2, 3, values))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("values must be finite, but number 1 of point 1 is NaN");
    }

    @Test
    void refusesAnotherNumberOfCoordinates() {
        assertThatThrownBy(() -> Points.of(2, 3, new double[5]))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("values must be 6 numbers, but are 5");
    }

    @Test
    void keepsItsNumbersToItself() {
        double[] values = {1, 2};
        Points points = Points.of(1, 2, values);
        values[0] = 9;
        points.toArray()[1] = 9;

        assertThat(points.toArray()).containsExactly(1, 2);
    }

    @Test
    void measuresSquaredDistances() {
        Points points = Points.of(2, 2, new double[] {0, 0, 3, 4});

        assertThat(points.squaredDistances()).containsExactly(0, 25, 25, 0);
    }
}

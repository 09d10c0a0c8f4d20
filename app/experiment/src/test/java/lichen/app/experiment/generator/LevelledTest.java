package lichen.app.experiment.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.optimizer.Objective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelledTest {
    private static final Objective SQUARE = (point, gradient) -> {
        gradient[0] = 2 * point[0];
        return point[0] * point[0];
    };
    private static final Levelled LEVELLED = new Levelled(SQUARE, 0.01);

    private static double value(double at) {
        return LEVELLED.at(new double[] {at}, new double[1]);
    }

    private static double slope(double at) {
        double[] gradient = new double[1];
        LEVELLED.at(new double[] {at}, gradient);
        return gradient[0];
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0, 0.01, 0.2, 40})
    void itsGradientAgreesWithCentralDifferences(double at) {
        double by = 1e-6;

        assertThat(slope(at)).isCloseTo((value(at + by) - value(at - by)) / (2 * by), within(1e-5));
    }

    @Test
    void farBelowTheLevelItIsTheLossInLevels() {
        assertThat(value(1e-4)).isCloseTo(1e-6, within(1e-11));
    }

    @Test
    void farAboveItEqualRatiosAreEqualDifferences() {
        double ten = value(Math.sqrt(1e5)) - value(Math.sqrt(1e4));

        assertThat(value(Math.sqrt(1e6)) - value(Math.sqrt(1e5))).isCloseTo(ten, within(1e-5 * ten));
    }
}

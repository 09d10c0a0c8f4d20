package lichen.descriptor.steerable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParentCorrelationsTest {
    private static final int PIXELS = 64;

    /** cos(2wx + p) with a parent cos(wx): the doubled phase of the parent is 2wx. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 2, -1})
    void tellThePhaseOfABandFromThatOfItsParent(double phase) {
        double[][] band = {turning(4, 0.2, phase)};
        double[][] parent = {turning(2, 0.7, 0)};

        StatisticsRow numbers = StatisticsRow.empty();
        new ParentCorrelations(Complex.centredMagnitudes(band), band, parent).writeTo(numbers);

        assertThat(numbers.toArray())
                .containsExactly(new double[] {0, Math.cos(phase), -Math.sin(phase)}, within(1e-5));
    }

    /** Magnitudes that swell together, or in turns. */
    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void tellWhetherMagnitudesSwellTogether(int sign) {
        double[][] band = {swelling(4, sign)};
        double[][] parent = {swelling(2, 1)};

        StatisticsRow numbers = StatisticsRow.empty();
        new ParentCorrelations(Complex.centredMagnitudes(band), band, parent).writeTo(numbers);

        assertThat(numbers.toArray()[0]).isCloseTo(sign, within(1e-4));
    }

    private static double[] turning(int periods, double amplitude, double phase) {
        double[] complex = new double[2 * PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            double angle = 2 * Math.PI * periods * i / PIXELS + phase;
            complex[2 * i] = amplitude * Math.cos(angle);
            complex[2 * i + 1] = amplitude * Math.sin(angle);
        }
        return complex;
    }

    private static double[] swelling(int periods, int sign) {
        double[] complex = turning(periods, 1, 0);
        for (int i = 0; i < PIXELS; i++) {
            double size = 1 + 0.5 * sign * Math.cos(2 * Math.PI * i / PIXELS);
            complex[2 * i] *= size;
            complex[2 * i + 1] *= size;
        }
        return complex;
    }
}

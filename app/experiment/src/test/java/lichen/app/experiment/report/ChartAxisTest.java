package lichen.app.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChartAxisTest {
    @Test
    void countsInEvenSteps() {
        assertThat(ChartAxis.counting(320).ticks()).containsExactly(0.0, 50.0, 100.0, 150.0, 200.0, 250.0, 300.0);
        assertThat(ChartAxis.counting(5).ticks()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(ChartAxis.counting(1).ticks()).containsExactly(0.0, 1.0);
    }

    @Test
    void marksPowersOfTenWithTwoAndFiveWhereThereIsRoom() {
        assertThat(ChartAxis.logarithmic(.02, 10).ticks()).containsExactly(.1, 1.0, 10.0);
        assertThat(ChartAxis.logarithmic(.1, 10).ticks()).containsExactly(.1, .2, .5, 1.0, 2.0, 5.0, 10.0);
        assertThat(ChartAxis.logarithmic(1e-30, 1).ticks()).hasSizeBetween(3, 7);
    }

    @Test
    void marksEvenStepsWithinLessThanADecade() {
        assertThat(ChartAxis.logarithmic(3.1, 3.9).ticks()).hasSizeBetween(3, 9).allMatch(tick -> tick > 3 && tick < 4);
        assertThat(ChartAxis.logarithmic(7, 7).ticks()).isNotEmpty();
    }

    @Test
    void mapsEqualRatiosToEqualLengths() {
        ChartAxis axis = ChartAxis.logarithmic(.01, 1);
        Offset<Double> rounding = Offset.offset(1e-12);
        assertThat(axis.share(.1)).isCloseTo(.5, rounding);
        assertThat(axis.share(1) - axis.share(.1)).isCloseTo(axis.share(.1) - axis.share(.01), rounding);
        assertThat(axis.share(axis.low())).isCloseTo(0, rounding);
    }
}

package lichen.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossChartTest {
    @Test
    void drawsASinglePoint() {
        LossChart chart = LossChart.of(List.of(new LossPoint(1, 3)));
        assertThat(chart.line()).isEqualTo("880.0,162.0");
        assertThat(chart.best().label()).isEqualTo("3 at evaluation 1");
    }

    @Test
    void leavesOutWhatHasNoLogarithm() {
        LossChart chart = LossChart.of(
                List.of(new LossPoint(1, 3), new LossPoint(2, 0), new LossPoint(3, Double.NaN), new LossPoint(4, -1)));
        assertThat(chart.leftOut()).isEqualTo(3);
    }

    @Test
    void thinsALongCurveButKeepsItsExtremes() {
        List<LossPoint> losses = IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> new LossPoint(i, i == 2500 ? 1e-6 : 10.0 / i))
                .collect(Collectors.toList());
        LossChart chart = LossChart.of(losses);
        assertThat(chart.line().split(" ").length).isBetween(796, 4 * 797);
        assertThat(chart.line()).contains(chart.best().x() + "," + chart.best().y());
        assertThat(chart.best().label()).isEqualTo("10⁻⁶ at evaluation 2500");
    }
}

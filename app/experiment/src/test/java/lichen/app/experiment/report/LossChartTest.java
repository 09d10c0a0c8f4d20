package lichen.app.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossChartTest {
    @Test
    void drawsASinglePoint() {
        LossChart.Line line = chart(List.of(new LossPoint(1, 3))).lines().get(0);
        assertThat(line.points()).isEqualTo("880.0,162.0");
        assertThat(line.best().label()).isEqualTo("3 at evaluation 1");
    }

    @Test
    void isEmptyWhereNothingCanBeDrawn() {
        assertThat(LossChart.of(Curves.of("Loss", "evaluation", List.of(new LossPoint(1, 0)))))
                .isEmpty();
    }

    @Test
    void leavesOutWhatHasNoLogarithm() {
        LossChart chart = chart(
                List.of(new LossPoint(1, 3), new LossPoint(2, 0), new LossPoint(3, Double.NaN), new LossPoint(4, -1)));
        assertThat(chart.leftOut()).isEqualTo(3);
    }

    @Test
    void thinsALongCurveButKeepsItsExtremes() {
        List<LossPoint> losses = IntStream.rangeClosed(1, 5000)
                .mapToObj(i -> new LossPoint(i, i == 2500 ? 1e-6 : 10.0 / i))
                .collect(Collectors.toList());
        LossChart.Line line = chart(losses).lines().get(0);
        assertThat(line.points().split(" ").length).isBetween(796, 4 * 797);
        assertThat(line.points()).contains(line.best().x() + "," + line.best().y());
        assertThat(line.best().label()).isEqualTo("10⁻⁶ at evaluation 2500");
    }

    @Test
    void drawsSeveralCurvesOnTheSameAxes() {
        LossChart chart = LossChart.of(new Curves(
                        "Loss",
                        "epoch",
                        List.of(
                                new Curves.Curve("training", List.of(new LossPoint(1, 1), new LossPoint(2, 0.1))),
                                new Curves.Curve("validation", List.of(new LossPoint(2, 0.1))),
                                new Curves.Curve("not yet", List.of()))))
                .orElseThrow();
        assertThat(chart.lines()).extracting(LossChart.Line::name).containsExactly("training", "validation");
        assertThat(chart.lines().get(0).best().x())
                .isEqualTo(chart.lines().get(1).best().x());
        assertThat(chart.lines().get(0).best().y())
                .isEqualTo(chart.lines().get(1).best().y());
        assertThat(chart.lines().get(1).best().label()).isEqualTo("0.1 at epoch 2");
    }

    private static LossChart chart(List<LossPoint> losses) {
        return LossChart.of(Curves.of("Loss", "evaluation", losses)).orElseThrow();
    }
}

package lichen.app.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.trial.TrialState;
import lichen.app.quality.Kind;
import lichen.app.quality.Mean;
import lichen.app.quality.Scale;
import lichen.app.quality.Score;
import lichen.io.run.Status;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Plan PLAN = new Plan(List.of("one", "two"), List.of("good", "bad"), List.of(), 1);

    /** Ratios of colour at full size 1 and 4 for good, 8 and 8 for bad, shape as given; half size as much again. */
    private final Results results = new Results(
            PLAN,
            Optional.empty(),
            List.of(
                    result("one", "good", 1, 4),
                    result("one", "bad", 8, 8),
                    result("two", "good", 4, 16),
                    result("two", "bad", 8, 8)),
            Map.of(),
            Map.of("good", Set.of("shape")));

    @Test
    void meansAreGeometricOverPhotographs() {
        assertThat(mean(Mean.GEOMETRIC, "colour")).isCloseTo(2, within(1e-12));
        assertThat(mean(Mean.GEOMETRIC, "colour", "colour half")).isCloseTo(2 * Math.sqrt(2), within(1e-12));
        assertThat(results.mean(Mean.GEOMETRIC, "good", List.of("unknown"))).isEmpty();
        assertThat(results.mean("good", Result::seconds)).contains(3.0);
        assertThat(results.mean("good", Result::mebibytes)).contains(200.0);
    }

    @Test
    void arithmeticMeansAreSoOverMeasuresOnly() {
        assertThat(mean(Mean.ARITHMETIC, "colour", "colour half")).isCloseTo(Math.sqrt(1.5 * 6), within(1e-12));
        assertThat(results.mean(Mean.ARITHMETIC, "good", List.of("unknown"))).isEmpty();
        assertThat(new Tables(results)
                        .photographs(Mean.ARITHMETIC, Basis.INDEPENDENT)
                        .rows())
                .containsExactly(List.of("good", "1.50", "6.00", "3.00"), List.of("bad", "12.00", "12.00", "12.00"));
    }

    @Test
    void bothMeansAreToldOverAllMeasuresAndOverThoseThatNoMethodShares() {
        assertThat(Basis.ALL.of(results)).containsExactly("colour", "shape", "colour half", "shape half");
        assertThat(Basis.INDEPENDENT.of(results)).containsExactly("colour", "colour half");
        Tables tables = new Tables(results);
        assertThat(tables.overview().columns()).startsWith("", "all", "independent");
        assertThat(tables.overview().rows().get(0)).startsWith("good", "5.66", "2.83");
        assertThat(tables.measures(Scale.FULL).rows())
                .containsExactly(
                        List.of("good", "2.00", "8.00 *", "4.00", "2.00"),
                        List.of("bad", "8.00", "8.00", "8.00", "8.00"));
        assertThat(tables.photographs(Mean.GEOMETRIC, Basis.ALL).rows().get(0))
                .containsExactly("good", "2.83", "11.31", "5.66");
        assertThat(tables.photographs(Mean.GEOMETRIC, Basis.INDEPENDENT).rows().get(0))
                .containsExactly("good", "1.41", "5.66", "2.83");
        assertThat(Ranks.of(results, Basis.ALL).orders()).isEqualTo(8);
        assertThat(Ranks.of(results, Basis.INDEPENDENT).orders()).isEqualTo(4);
        assertThat(quotient(Basis.ALL)).isCloseTo(0.5, within(1e-12));
        assertThat(quotient(Basis.INDEPENDENT)).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void saysSoWhereNoMeasureIsLeft() {
        Results none = new Results(
                PLAN,
                Optional.empty(),
                results.results(),
                Map.of(),
                Map.of("good", Set.of("shape"), "bad", Set.of("colour")));
        Tables tables = new Tables(none);

        assertThat(tables.overview().heading()).endsWith("none is left");
        assertThat(tables.overview().rows().get(0)).startsWith("good", "5.66", "-");
        assertThat(tables.ranks().rows().get(0)).endsWith("-", "0");
    }

    @Test
    void copyingStandsBesideQualityInEveryTable() {
        List<Result> copied = results.results().stream()
                .map(result -> new Result(result.candidate(), result.state(), result.origin(), with(result, 0.3, 0.1)))
                .toList();
        Tables tables = new Tables(new Results(PLAN, Optional.empty(), copied, Map.of(), Map.of()));

        assertThat(List.of(
                        tables.measures(Scale.FULL),
                        tables.measures(Scale.HALF),
                        tables.photographs(Mean.ARITHMETIC, Basis.ALL),
                        tables.differences(Basis.ALL),
                        tables.ranks()))
                .allSatisfy(table -> {
                    assertThat(table.columns()).endsWith("alignment");
                    assertThat(table.rows()).allSatisfy(row -> assertThat(row).endsWith("0.30"));
                });
        assertThat(tables.overview().columns()).contains("alignment");
        assertThat(tables.floors(Map.of("one", "how")).rows()).containsExactly(List.of("one", "0.10", "how"));
    }

    @Test
    void cautionIsToldWhereTheIntervalIsOverFewPhotographs() {
        assertThat(new Tables(results).differences(Basis.ALL).heading())
                .contains("Caution: of 2 photographs, such an interval is too narrow");
        Plan five = new Plan(List.of("1", "2", "3", "4", "5"), List.of("good"), List.of(), 1);
        assertThat(new Tables(new Results(five, Optional.empty(), List.of(), Map.of(), Map.of()))
                        .differences(Basis.ALL)
                        .heading())
                .doesNotContain("Caution");
    }

    @Test
    void tablesSayWhatFailed() {
        List<Result> failed = new ArrayList<>(results.results().subList(0, 3));
        failed.add(new Result(
                new Candidate("two", "bad", 1),
                Optional.of(new TrialState("", Status.FAILED, 1, Optional.empty(), "no memory\nmore", Map.of())),
                Optional.empty(),
                List.of()));
        Tables tables = new Tables(new Results(PLAN, Optional.empty(), failed, Map.of(), Map.of()));
        assertThat(tables.failures().rows()).containsExactly(List.of("two", "bad", "1", "no memory"));
        assertThat(tables.photographs(Mean.GEOMETRIC, Basis.ALL).rows())
                .containsExactly(List.of("good", "2.83", "11.31", "5.66"), List.of("bad", "11.31", "-", "11.31"));
        assertThat(tables.differences(Basis.ALL).rows().get(0)).containsExactly("good", "-", "0.25 (1 of 1)");
    }

    private double quotient(Basis basis) {
        return Difference.between(results, basis, "good", "bad").orElseThrow().quotient();
    }

    private static List<Score> with(Result result, double alignment, double floor) {
        List<Score> scores = new ArrayList<>(result.scores());
        scores.add(new Score("alignment", Kind.COPYING, Scale.FULL, alignment, Optional.of(floor)));
        return scores;
    }

    private double mean(Mean mean, String... names) {
        return results.mean(mean, "good", List.of(names)).orElseThrow();
    }

    private static Result result(String photograph, String method, double ratio, double shape) {
        return new Result(
                new Candidate(photograph, method, 1),
                Optional.of(new TrialState("", Status.DONE, 3, Optional.of(200.0), "done", Map.of())),
                Optional.empty(),
                List.of(
                        score("colour", Scale.FULL, ratio),
                        score("shape", Scale.FULL, shape),
                        score("colour", Scale.HALF, 2 * ratio),
                        score("shape", Scale.HALF, 2 * shape)));
    }

    private static Score score(String label, Scale scale, double ratio) {
        return new Score(label, Kind.QUALITY, scale, 10 * ratio, Optional.of(10.0));
    }
}

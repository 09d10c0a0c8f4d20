package lichen.app.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.app.quality.Kind;
import lichen.app.quality.Mean;
import lichen.app.quality.Scale;
import lichen.app.quality.Score;
import lichen.io.run.Status;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Plan PLAN = new Plan(List.of("one", "two"), List.of("good", "bad"), List.of(), 1);

    /** Ratios at full size 1 and 4 for good, 8 and 8 for bad; half size as much again. */
    private final Results results = new Results(
            PLAN,
            List.of(
                    result("one", "good", 1),
                    result("one", "bad", 8),
                    result("two", "good", 4),
                    result("two", "bad", 8)),
            Map.of(),
            Map.of("good", Set.of("shape")));

    @Test
    void meansAreGeometricOverPhotographs() {
        assertThat(mean(Mean.GEOMETRIC, "colour")).isCloseTo(2, within(1e-12));
        assertThat(mean(Mean.GEOMETRIC, "colour", "colour half")).isCloseTo(2 * Math.sqrt(2), within(1e-12));
        assertThat(results.mean(Mean.GEOMETRIC, "good", List.of("unknown"))).isEmpty();
        assertThat(results.meanSeconds("good")).contains(3.0);
    }

    @Test
    void arithmeticMeansAreSoOverMeasuresOnly() {
        assertThat(mean(Mean.ARITHMETIC, "colour", "colour half")).isCloseTo(Math.sqrt(1.5 * 6), within(1e-12));
        assertThat(results.mean(Mean.ARITHMETIC, "good", List.of("unknown"))).isEmpty();
        assertThat(new Tables(results).photographs(Mean.ARITHMETIC).rows())
                .containsExactly(List.of("good", "1.50", "6.00", "3.00"), List.of("bad", "12.00", "12.00", "12.00"));
    }

    @Test
    void measuresThatAMethodHasOptimisedDoNotCountForIt() {
        assertThat(results.qualities()).containsExactly("colour", "shape", "colour half", "shape half");
        assertThat(results.fair(results.qualities(), List.of("good"))).containsExactly("colour", "colour half");
        assertThat(results.fair(results.qualities(), List.of("bad"))).hasSize(4);
        assertThat(Difference.between(results, "good", "bad").orElseThrow().quotient())
                .isCloseTo(0.25, within(1e-12));
        assertThat(Ranks.of(results).orders()).isEqualTo(4);
        assertThat(new Tables(results).measures(Scale.FULL).rows())
                .containsExactly(List.of("good", "2.00", "2.00 *"), List.of("bad", "8.00", "8.00"));
    }

    @Test
    void tablesSayWhatFailed() {
        List<Result> failed = new ArrayList<>(results.results().subList(0, 3));
        failed.add(new Result(
                new Trial("two", "bad", 1), Optional.of(new Outcome(Status.FAILED, 1, "no memory\nmore")), List.of()));
        Tables tables = new Tables(new Results(PLAN, failed, Map.of(), Map.of()));
        assertThat(tables.failures().rows()).containsExactly(List.of("two", "bad", "1", "no memory"));
        assertThat(tables.photographs(Mean.GEOMETRIC).rows())
                .containsExactly(List.of("good", "1.41", "5.66", "2.83"), List.of("bad", "11.31", "-", "11.31"));
        assertThat(tables.differences().rows().get(0)).containsExactly("good", "-", "0.13 (1 of 1)");
    }

    private double mean(Mean mean, String... names) {
        return results.mean(mean, "good", List.of(names)).orElseThrow();
    }

    private static Result result(String photograph, String method, double ratio) {
        return new Result(
                new Trial(photograph, method, 1),
                Optional.of(new Outcome(Status.DONE, 3, "done")),
                List.of(
                        score("colour", Scale.FULL, ratio),
                        score("shape", Scale.FULL, ratio),
                        score("colour", Scale.HALF, 2 * ratio),
                        score("shape", Scale.HALF, 2 * ratio)));
    }

    private static Score score(String label, Scale scale, double ratio) {
        return new Score(label, Kind.QUALITY, scale, 10 * ratio, Optional.of(10.0));
    }
}

package lichen.app.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import lichen.app.quality.Mean;
import lichen.app.quality.Scale;
import lichen.app.report.Table;
import lichen.io.run.Status;

/** The tables of a comparison. */
final class Tables {
    private static final String NOTHING = "-";
    private static final String MARK = " *";
    private static final String RANDOM_PHASE = "random-phase";

    private final Results results;

    Tables(Results results) {
        this.results = results;
    }

    /** Means over all measures, and what else there is to say of a column as a whole. */
    Table overview() {
        List<String> heads = new ArrayList<>(List.of("", "all", "full size", "half size", "arithmetic mean"));
        heads.addAll(results.others());
        heads.addAll(List.of("diversity", "seconds", "failed"));
        return table(
                "Geometric means of the ratios to the floor: 1 is as good as another photograph, 0 the same",
                heads,
                column -> {
                    List<String> cells = new ArrayList<>();
                    cells.add(number(mean(Mean.GEOMETRIC, column, results.qualities())));
                    cells.add(number(mean(Mean.GEOMETRIC, column, results.qualities(Scale.FULL))));
                    cells.add(number(mean(Mean.GEOMETRIC, column, results.qualities(Scale.HALF))));
                    cells.add(number(mean(Mean.ARITHMETIC, column, results.qualities())));
                    results.others().forEach(name -> cells.add(number(results.meanValue(column, name))));
                    cells.add(number(results.meanDiversity(column)));
                    boolean isControl = results.plan().controls().contains(column);
                    cells.add(isControl ? NOTHING : number(results.meanSeconds(column)));
                    cells.add(Long.toString(failures(column)));
                    return cells;
                });
    }

    /** Geometric means by measure. */
    Table measures(Scale scale) {
        List<String> names = results.qualities(scale);
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(names);
        String heading = "By measure, at " + (scale == Scale.FULL ? "full" : "half") + " size"
                + (results.optimised().isEmpty() ? "" : "; * the method has optimised it, so it does not count");
        return table(
                heading,
                heads,
                column -> names.stream()
                        .map(name -> number(results.mean(Mean.GEOMETRIC, column, List.of(name)))
                                + (results.isOptimised(column, name) ? MARK : ""))
                        .toList());
    }

    /** Means by photograph, and their geometric mean. */
    Table photographs(Mean mean) {
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(results.plan().photographs());
        heads.add("all");
        return table("By photograph: " + mean.word() + " means over the measures", heads, column -> {
            List<String> fair = results.fair(results.qualities(), List.of(column));
            List<String> cells = new ArrayList<>();
            for (String photograph : results.plan().photographs()) {
                cells.add(number(results.mean(mean, photograph, column, fair)));
            }
            cells.add(number(results.mean(mean, column, fair)));
            return cells;
        });
    }

    /** Methods against methods, and against random phase. */
    Table differences() {
        List<String> others = new ArrayList<>(results.plan().methods());
        if (results.plan().controls().contains(RANDOM_PHASE)) {
            others.add(RANDOM_PHASE);
        }
        List<String> heads = new ArrayList<>(List.of("better than?"));
        heads.addAll(others);
        List<List<String>> rows = new ArrayList<>();
        for (String method : results.plan().methods()) {
            List<String> row = new ArrayList<>(List.of(method));
            for (String other : others) {
                row.add(
                        method.equals(other)
                                ? NOTHING
                                : Difference.between(results, method, other)
                                        .map(Tables::words)
                                        .orElse(NOTHING));
            }
            rows.add(row);
        }
        return new Table(
                "Paired quotients: below 1 the row is better; with the 95 % interval of a bootstrap over photographs",
                heads, rows);
    }

    /** The methods' places. */
    Table ranks() {
        Ranks ranks = Ranks.of(results);
        List<List<String>> rows = ranks.places().stream()
                .map(place -> List.of(place.method(), number(place.mean()), Integer.toString(place.firsts())))
                .toList();
        return new Table(
                "Places, over " + ranks.orders() + " pairs of a photograph and a measure that no method has optimised",
                List.of("", "mean place", "first"),
                rows);
    }

    /** What failed, and why; no row where nothing did. */
    Table failures() {
        List<List<String>> rows = results.results().stream()
                .filter(Tables::isFailure)
                .map(result -> List.of(
                        result.trial().photograph(),
                        result.trial().column(),
                        Integer.toString(result.trial().number()),
                        result.outcome().map(Outcome::message).orElse("")))
                .toList();
        return new Table("Failed", List.of("photograph", "method", "number", "why"), rows);
    }

    private static String number(Optional<Double> number) {
        return number.map(Tables::number).orElse(NOTHING);
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : NOTHING;
    }

    private OptionalDouble mean(Mean mean, String column, List<String> names) {
        return results.mean(mean, column, results.fair(names, List.of(column)));
    }

    private long failures(String column) {
        return results.of(column).stream().filter(Tables::isFailure).count();
    }

    private static boolean isFailure(Result result) {
        return result.outcome()
                .filter(outcome -> outcome.status() == Status.FAILED)
                .isPresent();
    }

    private interface Row {
        List<String> of(String column);
    }

    private Table table(String heading, List<String> heads, Row cells) {
        List<List<String>> rows = new ArrayList<>();
        for (String column : results.plan().columns()) {
            List<String> row = new ArrayList<>(List.of(column));
            row.addAll(cells.of(column));
            rows.add(row);
        }
        return new Table(heading, heads, rows);
    }

    private static String words(Difference difference) {
        String quotient = number(difference.quotient());
        String won = " (" + difference.wins() + " of " + difference.photographs() + ")";
        return difference.photographs() < 2
                ? quotient + won
                : quotient + " [" + number(difference.low()) + ", " + number(difference.high()) + "]" + won;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%.0f", number);
    }
}

package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lichen.app.experiment.report.Table;
import lichen.app.experiment.trial.TrialState;
import lichen.app.quality.Mean;
import lichen.app.quality.Scale;

/** The tables of a comparison. */
final class Tables {
    private static final String NOTHING = "-";
    private static final String MARK = " *";
    private static final String RANDOM_PHASE = "random-phase";

    /** Of fewer photographs, a bootstrap draws the same few again and again. */
    private static final int ENOUGH = 5;

    private final Results results;

    Tables(Results results) {
        this.results = results;
    }

    /** Means over all measures, and what else there is to say of a column as a whole. */
    Table overview() {
        List<String> heads = new ArrayList<>(
                List.of("", "all", "independent", "full size", "half size", "arithmetic", "arithmetic independent"));
        heads.addAll(results.copying());
        heads.addAll(results.faults());
        heads.addAll(List.of("diversity", "seconds", "MiB", "failed"));
        return table(
                "Geometric means of the ratios to the floor: 1 is as good as another photograph, 0 the same. "
                        + "Independent: over " + Basis.INDEPENDENT.words() + left() + Cautions.of(results),
                heads,
                column -> {
                    List<String> cells = new ArrayList<>();
                    cells.add(mean(Mean.GEOMETRIC, column, Basis.ALL.of(results)));
                    cells.add(mean(Mean.GEOMETRIC, column, Basis.INDEPENDENT.of(results)));
                    cells.add(mean(Mean.GEOMETRIC, column, results.qualities(Scale.FULL)));
                    cells.add(mean(Mean.GEOMETRIC, column, results.qualities(Scale.HALF)));
                    cells.add(mean(Mean.ARITHMETIC, column, Basis.ALL.of(results)));
                    cells.add(mean(Mean.ARITHMETIC, column, Basis.INDEPENDENT.of(results)));
                    results.copying().forEach(name -> cells.add(number(results.meanValue(column, name))));
                    results.faults().forEach(name -> cells.add(number(results.meanValue(column, name))));
                    cells.add(number(results.meanDiversity(column)));
                    boolean isControl = results.plan().controls().contains(column);
                    cells.add(isControl ? NOTHING : number(results.mean(column, Result::seconds)));
                    cells.add(isControl ? NOTHING : number(results.mean(column, Result::mebibytes)));
                    cells.add(Long.toString(failures(column)));
                    return cells;
                });
    }

    /** Geometric means by measure. */
    Table measures(Scale scale) {
        List<String> names = results.qualities(scale);
        List<String> independent = Basis.INDEPENDENT.of(names, results);
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(names);
        heads.addAll(List.of("all", "independent"));
        String heading = "By measure, at " + (scale == Scale.FULL ? "full" : "half") + " size"
                + (results.optimised().isEmpty() ? "" : "; * the method has optimised what it reads");
        return withCopying(heading, heads, column -> {
            List<String> cells = new ArrayList<>();
            for (String name : names) {
                String mark = results.isOptimised(column, name) ? MARK : "";
                cells.add(mean(Mean.GEOMETRIC, column, List.of(name)) + mark);
            }
            cells.add(mean(Mean.GEOMETRIC, column, names));
            cells.add(mean(Mean.GEOMETRIC, column, independent));
            return cells;
        });
    }

    /** Means by photograph, and their geometric mean. */
    Table photographs(Mean mean, Basis basis) {
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(results.plan().photographs());
        heads.add("all photographs");
        String heading = "By photograph: " + mean.word() + " means over " + basis.words();
        List<String> names = basis.of(results);
        return withCopying(heading, heads, column -> {
            List<String> cells = new ArrayList<>();
            for (String photograph : results.plan().photographs()) {
                cells.add(number(results.mean(mean, photograph, column, names)));
            }
            cells.add(mean(mean, column, names));
            return cells;
        });
    }

    /** Methods against methods, and against random phase. */
    Table differences(Basis basis) {
        List<String> others = new ArrayList<>(results.plan().methods());
        if (results.plan().controls().contains(RANDOM_PHASE)) {
            others.add(RANDOM_PHASE);
        }
        List<String> heads = new ArrayList<>(List.of("better than?"));
        heads.addAll(others);
        heads.addAll(results.copying());
        List<List<String>> rows = new ArrayList<>();
        for (String method : results.plan().methods()) {
            List<String> row = new ArrayList<>(List.of(method));
            for (String other : others) {
                Optional<Difference> difference =
                        method.equals(other) ? Optional.empty() : Difference.between(results, basis, method, other);
                row.add(difference.map(Tables::words).orElse(NOTHING));
            }
            row.addAll(copying(method));
            rows.add(row);
        }
        return new Table(
                "Paired quotients over " + basis.words()
                        + ": below 1 the row is better; with the 95 % interval of a bootstrap over photographs"
                        + caution(results),
                heads,
                rows);
    }

    /** The methods' places, by both bases. */
    Table ranks() {
        Ranks all = Ranks.of(results, Basis.ALL);
        Ranks independent = Ranks.of(results, Basis.INDEPENDENT);
        List<String> heads =
                new ArrayList<>(List.of("", "mean place", "first", "mean place independent", "first independent"));
        heads.addAll(results.copying());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < all.places().size(); i++) {
            Ranks.Place place = all.places().get(i);
            List<String> row = new ArrayList<>(List.of(place.method()));
            row.addAll(cells(place));
            row.addAll(cells(independent.places().get(i)));
            row.addAll(copying(place.method()));
            rows.add(row);
        }
        return new Table(
                "Places, over " + all.orders() + " pairs of a photograph and a measure, " + independent.orders()
                        + " of them independent",
                heads,
                rows);
    }

    /** What two parts of each photograph have of copying, and how its floor was found. */
    Table floors(Map<String, String> notes) {
        List<String> heads = new ArrayList<>(List.of("photograph"));
        heads.addAll(results.copying());
        heads.add("how its floor was found");
        List<List<String>> rows = new ArrayList<>();
        notes.forEach((photograph, note) -> {
            List<String> row = new ArrayList<>(List.of(photograph));
            results.copying().forEach(name -> row.add(number(results.meanFloor(photograph, name))));
            row.add(note);
            rows.add(row);
        });
        return new Table("Floors, and what two parts of the photograph have of copying", heads, rows);
    }

    /** What failed, and why; no row where nothing did. */
    Table failures() {
        List<List<String>> rows = results.results().stream()
                .filter(Result::isFailure)
                .map(result -> List.of(
                        result.candidate().photograph(),
                        result.candidate().column(),
                        Integer.toString(result.candidate().number()),
                        result.state().map(TrialState::message).orElse("")))
                .toList();
        return new Table("Failed", List.of("photograph", "method", "number", "why"), rows);
    }

    private static String number(Optional<Double> number) {
        return number.map(Tables::number).orElse(NOTHING);
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : NOTHING;
    }

    private String mean(Mean mean, String column, List<String> names) {
        return number(results.mean(mean, column, names));
    }

    private static List<String> cells(Ranks.Place place) {
        return List.of(Double.isNaN(place.mean()) ? NOTHING : number(place.mean()), Integer.toString(place.firsts()));
    }

    private String left() {
        return Basis.INDEPENDENT.of(results).isEmpty() ? "; none is left" : "";
    }

    /** What is to be kept in mind of an interval over so few photographs; empty where there are enough. */
    static String caution(Results results) {
        int photographs = results.plan().photographs().size();
        return photographs < ENOUGH
                ? ". Caution: of " + photographs + " photographs, such an interval is too narrow; take " + ENOUGH
                        + " or more for a claim"
                : "";
    }

    private List<String> copying(String column) {
        return results.copying().stream()
                .map(name -> number(results.meanValue(column, name)))
                .toList();
    }

    /** A table of quality, with copying beside it. */
    private Table withCopying(String heading, List<String> heads, Row cells) {
        List<String> all = new ArrayList<>(heads);
        all.addAll(results.copying());
        return table(heading, all, column -> {
            List<String> row = new ArrayList<>(cells.of(column));
            row.addAll(copying(column));
            return row;
        });
    }

    private long failures(String column) {
        return results.of(column).stream().filter(Result::isFailure).count();
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

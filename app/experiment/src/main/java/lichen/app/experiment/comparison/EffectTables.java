package lichen.app.experiment.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import lichen.app.experiment.report.Table;
import lichen.app.quality.Mean;

/** The tables of what an ablation's axes do. */
final class EffectTables {
    private static final String NOTHING = "-";

    private final Results results;
    private final Grid grid;

    EffectTables(Results results, Grid grid) {
        this.results = results;
        this.grid = grid;
    }

    /** What each level does beside the first one. */
    Table effects(Basis basis) {
        List<List<String>> rows = new ArrayList<>();
        for (Effect effect : Effect.of(results, grid, basis)) {
            rows.add(List.of(
                    effect.axis(),
                    effect.level(),
                    effect.reference(),
                    number(effect.quotient()),
                    "[" + number(effect.low()) + ", " + number(effect.high()) + "]",
                    effect.wins() + " of " + effect.photographs(),
                    probability(effect.probability()),
                    probability(effect.corrected())));
        }
        return new Table(
                "The same in numbers, over " + basis.words()
                        + ": quotients, below 1 the level is better than what it is beside; paired by photograph and seed, with the"
                        + " 95 % interval of a bootstrap over photographs, Wilcoxon's signed-rank test, and Holm's correction for all"
                        + " rows" + Tables.caution(results) + Cautions.of(results),
                List.of("axis", "level", "beside", "quotient", "95 %", "better on", "p", "p corrected"),
                rows);
    }

    /** Means of all combinations that have a level. */
    Table levels() {
        List<String> heads = new ArrayList<>(List.of("axis", "level", "all", "independent"));
        heads.addAll(results.copying());
        heads.addAll(List.of("seconds", "MiB", "failed"));
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, Axis> axis : grid.axes().entrySet()) {
            for (String level : axis.getValue().names()) {
                rows.add(row(
                        axis.getKey(),
                        level,
                        columns(cell -> cell.level(axis.getKey()).equals(level))));
            }
        }
        return new Table(
                "By level: geometric means of the ratios to the floor over all combinations that have it; 1 is as good as another"
                        + " photograph" + Cautions.of(results),
                heads,
                rows);
    }

    private List<String> row(String axis, String level, List<String> columns) {
        List<String> row = new ArrayList<>(List.of(axis, level));
        row.add(mean(columns, Basis.ALL));
        row.add(mean(columns, Basis.INDEPENDENT));
        for (String name : results.copying()) {
            row.add(average(columns.stream()
                    .flatMap(column -> results.meanValue(column, name).stream())
                    .mapToDouble(Double::doubleValue)
                    .average()));
        }
        row.add(taken(columns, Result::seconds));
        row.add(taken(columns, Result::mebibytes));
        row.add(Long.toString(columns.stream()
                .flatMap(column -> results.of(column).stream())
                .filter(Result::isFailure)
                .count()));
        return row;
    }

    private String taken(List<String> columns, Function<Result, Optional<Double>> taken) {
        return average(columns.stream()
                .flatMap(column -> results.mean(column, taken).stream())
                .mapToDouble(Double::doubleValue)
                .average());
    }

    /** For every two axes, the means of their levels together. */
    List<Table> interactions() {
        List<Table> tables = new ArrayList<>();
        List<String> names = List.copyOf(grid.axes().keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                tables.add(interaction(names.get(i), names.get(j)));
            }
        }
        return tables;
    }

    private Table interaction(String down, String across) {
        Basis basis = Basis.INDEPENDENT.of(results).isEmpty() ? Basis.ALL : Basis.INDEPENDENT;
        List<String> levels = names(across);
        List<String> heads = new ArrayList<>(List.of(down + " \\ " + across));
        heads.addAll(levels);
        List<List<String>> rows = new ArrayList<>();
        for (String level : names(down)) {
            List<String> row = new ArrayList<>(List.of(level));
            for (String other : levels) {
                row.add(mean(
                        columns(cell -> cell.level(down).equals(level)
                                && cell.level(across).equals(other)),
                        basis));
            }
            rows.add(row);
        }
        return new Table(
                down + " and " + across + " together: geometric means of the ratios over " + basis.words(),
                heads,
                rows);
    }

    private List<String> names(String axis) {
        return grid.axes().entrySet().stream()
                .filter(entry -> entry.getKey().equals(axis))
                .flatMap(entry -> entry.getValue().names().stream())
                .toList();
    }

    private List<String> columns(Predicate<Cell> wanted) {
        return grid.cells().stream().filter(wanted).map(Cell::name).toList();
    }

    private String mean(List<String> columns, Basis basis) {
        return average(Mean.GEOMETRIC.of(columns.stream()
                .map(column -> results.mean(Mean.GEOMETRIC, column, basis.of(results)))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)));
    }

    private static String average(OptionalDouble mean) {
        return mean.isPresent() ? number(mean.getAsDouble()) : NOTHING;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%.0f", number);
    }

    private static String probability(double probability) {
        if (Double.isNaN(probability)) {
            return NOTHING;
        }
        return probability < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", probability);
    }
}

package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lichen.app.experiment.report.Table;
import lichen.app.quality.Mean;
import lichen.app.quality.Score;
import lichen.io.file.CsvFile;
import lichen.io.run.RunDirectory;

/** The numbers of a comparison for other programs: {@code scores.csv} has all of them, the others are the report's tables. */
final class ResultFiles {
    private static final List<String> COLUMNS = List.of(
            "photograph",
            "method",
            "number",
            "measure",
            "kind",
            "value",
            "floor",
            "ratio",
            "optimised",
            "seconds",
            "mebibytes");

    private ResultFiles() {}

    static void write(Results results, RunDirectory run) throws IOException {
        List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
        for (Result result : results.results()) {
            result.scores().forEach(score -> rows.add(row(results, result, score)));
        }
        CsvFile.write(run.folder().resolve("scores.csv"), rows);
        Tables tables = new Tables(results);
        write(run.folder().resolve("methods.csv"), tables.overview());
        for (Mean mean : Mean.values()) {
            for (Basis basis : Basis.values()) {
                String suffix = basis == Basis.ALL ? "" : "-" + basis.word();
                write(
                        run.folder().resolve("photographs-" + mean.word() + suffix + ".csv"),
                        tables.photographs(mean, basis));
            }
        }
        CsvFile.write(run.folder().resolve("differences.csv"), differences(results));
        write(run.folder().resolve("places.csv"), tables.ranks());
    }

    private static List<String> row(Results results, Result result, Score score) {
        Candidate candidate = result.candidate();
        return List.of(
                candidate.photograph(),
                candidate.column(),
                Integer.toString(candidate.number()),
                score.name(),
                score.kind().name().toLowerCase(Locale.ROOT),
                Double.toString(score.value()),
                text(score.floor()),
                text(score.ratio()),
                Boolean.toString(results.isOptimised(candidate.column(), score.name())),
                text(result.seconds()),
                text(result.mebibytes()));
    }

    /** Every column against every other. */
    private static List<List<String>> differences(Results results) {
        List<List<String>> rows = new ArrayList<>(
                List.of(List.of("method", "other", "measures", "quotient", "low", "high", "photographs", "better-on")));
        for (String first : results.plan().methods()) {
            for (String second : results.plan().columns()) {
                for (Basis basis : Basis.values()) {
                    if (!first.equals(second)) {
                        Difference.between(results, basis, first, second)
                                .ifPresent(difference -> rows.add(row(first, second, basis, difference)));
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> row(String first, String second, Basis basis, Difference difference) {
        return List.of(
                first,
                second,
                basis.word(),
                Double.toString(difference.quotient()),
                Double.toString(difference.low()),
                Double.toString(difference.high()),
                Integer.toString(difference.photographs()),
                Integer.toString(difference.wins()));
    }

    private static void write(Path file, Table table) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(table.columns());
        heads.set(0, "method");
        rows.add(heads);
        rows.addAll(table.rows());
        CsvFile.write(file, rows);
    }

    private static String text(Optional<Double> number) {
        return number.map(String::valueOf).orElse("");
    }
}

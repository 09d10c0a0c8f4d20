package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lichen.app.quality.Score;
import lichen.io.file.CsvFile;

/** The numbers of an ablation for other programs: a row for each image of a combination and each measure. */
final class TidyResults {
    private TidyResults() {}

    static void write(Results results, Grid grid, Path file) throws IOException {
        Map<String, Cell> cells = grid.cells().stream().collect(Collectors.toMap(Cell::name, cell -> cell));
        List<List<String>> rows = new ArrayList<>();
        List<String> heads = new ArrayList<>(List.of("photograph", "number"));
        heads.addAll(grid.axes().keySet());
        heads.addAll(List.of("measure", "kind", "value", "floor", "ratio", "optimised", "seconds", "mebibytes"));
        rows.add(heads);
        for (Result result : results.results()) {
            Cell cell = cells.get(result.candidate().column());
            if (cell != null) {
                result.scores().forEach(score -> rows.add(row(results, result, cell, score)));
            }
        }
        CsvFile.write(file, rows);
    }

    private static List<String> row(Results results, Result result, Cell cell, Score score) {
        List<String> row = new ArrayList<>(List.of(
                result.candidate().photograph(),
                Integer.toString(result.candidate().number())));
        row.addAll(cell.levels().values());
        row.addAll(List.of(
                score.name(),
                score.kind().name().toLowerCase(Locale.ROOT),
                Double.toString(score.value()),
                text(score.floor()),
                text(score.ratio()),
                Boolean.toString(results.isOptimised(result.candidate().column(), score.name())),
                text(result.seconds()),
                text(result.mebibytes())));
        return row;
    }

    private static String text(Optional<Double> number) {
        return number.map(String::valueOf).orElse("");
    }
}

package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import lichen.app.experiment.SynthesisReport;
import lichen.app.experiment.TextureExperiment;
import lichen.app.experiment.report.Sheets;
import lichen.io.run.RunDirectory;

/** The images of a comparison side by side, for its report. */
final class ImageSheets {
    private static final String ANOTHER_CROP = "another-crop";
    private static final String PHOTOGRAPH = "photograph";

    private final Results results;
    private final RunDirectory run;

    ImageSheets(Results results, RunDirectory run) {
        this.results = results;
        this.run = run;
    }

    /** A row for each photograph, a column for each method, after another part of the photograph. */
    Sheets byMethod() throws IOException {
        List<String> columns = new ArrayList<>();
        if (results.plan().controls().contains(ANOTHER_CROP)) {
            columns.add(ANOTHER_CROP);
        }
        columns.addAll(results.plan().methods());
        return sheets(
                List.of(photographs(), new Sheets.Dimension("method", columns)),
                0,
                columns,
                candidate -> List.of(candidate.photograph(), candidate.column()));
    }

    /**
     * The first two axes as rows and columns, a sheet for each photograph and each combination of the others; by method where there are
     * no two axes, or where not all is combined with all.
     */
    Sheets byAxes(Grid grid) throws IOException {
        List<Sheets.Dimension> axes = new ArrayList<>();
        grid.axes().forEach((name, axis) -> axes.add(new Sheets.Dimension(name, axis.names())));
        long combinations =
                axes.stream().mapToLong(axis -> axis.levels().size()).reduce(1, Math::multiplyExact);
        if (axes.size() < 2 || grid.cells().size() < combinations) {
            return byMethod();
        }
        List<Sheets.Dimension> dimensions = new ArrayList<>(axes);
        dimensions.add(2, photographs());
        Map<String, Cell> cells = grid.cells().stream().collect(Collectors.toMap(Cell::name, cell -> cell));
        return sheets(dimensions, 2, List.copyOf(cells.keySet()), candidate -> {
            Cell cell = Objects.requireNonNull(cells.get(candidate.column()));
            List<String> levels = new ArrayList<>(cell.levels().values());
            levels.add(2, candidate.photograph());
            return levels;
        });
    }

    private Sheets.Dimension photographs() {
        return new Sheets.Dimension(PHOTOGRAPH, results.plan().photographs());
    }

    private Sheets sheets(
            List<Sheets.Dimension> dimensions,
            int photographs,
            List<String> columns,
            Function<Candidate, List<String>> levels)
            throws IOException {
        List<Path> originals = new ArrayList<>();
        for (String photograph : results.plan().photographs()) {
            originals.add(Photographs.file(photograph, run));
        }
        List<Sheets.Item> items = new ArrayList<>();
        for (Result result : results.results()) {
            Candidate candidate = result.candidate();
            if (columns.contains(candidate.column()) && !result.isFailure()) {
                RunDirectory part = run.part(candidate.name());
                items.add(new Sheets.Item(
                        levels.apply(candidate),
                        candidate.number(),
                        part.image(TextureExperiment.RESULT),
                        caption(candidate),
                        SynthesisReport.losses(part)));
            }
        }
        String number = items.stream().anyMatch(item -> !item.caption().isEmpty())
                ? "; below each its mean ratio to the floor over all measures"
                : "";
        return new Sheets("The images: a click looks closely" + number, dimensions, photographs, originals, items);
    }

    private String caption(Candidate candidate) {
        OptionalDouble ratio = results.logRatio(candidate, results.qualities());
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.2f", Math.exp(ratio.getAsDouble())) : "";
    }
}

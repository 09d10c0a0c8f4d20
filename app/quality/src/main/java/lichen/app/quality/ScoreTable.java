package lichen.app.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores as texts: a row for each measure, a column for each image. Quality and diversity are shown as ratios to the floor.
 *
 * @param columns the heads: measure, kind, floor, then the images
 * @param rows the rows, as long as the heads
 */
public record ScoreTable(List<String> columns, List<List<String>> rows) {
    private static final String MEAN = "geometric mean";
    private static final String INDEPENDENT = "geometric mean, not optimised";
    private static final String FLAG = " (optimised)";

    /** Copies the lists. */
    public ScoreTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Sets out the scores of images of which nobody knows what was optimised.
     *
     * @param images scores by the images' names, all of the same measures
     */
    public static ScoreTable of(Map<String, Scores> images) {
        return new ScoreTable(columns(images), rows(images, Set.of())).withMean(MEAN, images, Set.of());
    }

    /**
     * Sets out the scores of images, with two means: over all measures, and over those that were not optimised.
     *
     * @param images scores by the images' names, all of the same measures
     * @param optimised labels of measures that share a statistic with the images' method: they are flagged
     */
    public static ScoreTable of(Map<String, Scores> images, Set<String> optimised) {
        return new ScoreTable(columns(images), rows(images, optimised))
                .withMean(MEAN, images, Set.of())
                .withMean(INDEPENDENT, images, optimised);
    }

    private static List<String> columns(Map<String, Scores> images) {
        List<String> columns = new ArrayList<>(List.of("measure", "kind", "floor"));
        columns.addAll(images.keySet());
        return columns;
    }

    private static List<List<String>> rows(Map<String, Scores> images, Set<String> optimised) {
        Map<String, Score> first = new LinkedHashMap<>();
        images.values().forEach(scores -> scores.scores().forEach(score -> first.putIfAbsent(score.name(), score)));
        List<List<String>> rows = new ArrayList<>();
        first.forEach((name, score) -> {
            String flag = optimised.contains(score.label()) ? FLAG : "";
            List<String> row = new ArrayList<>(List.of(name + flag, kind(score.kind()), floor(score)));
            images.values()
                    .forEach(scores ->
                            row.add(scores.of(name).map(ScoreTable::cell).orElse("")));
            rows.add(row);
        });
        return rows;
    }

    /** The table with a row for each score of diversity, which is one number for all images together. */
    public ScoreTable withDiversity(List<Score> diversity) {
        List<List<String>> more = new ArrayList<>();
        for (Score score : diversity) {
            List<String> row = new ArrayList<>(List.of(score.name(), kind(score.kind()), floor(score), cell(score)));
            while (row.size() < columns.size()) {
                row.add("");
            }
            more.add(row);
        }
        return with(more);
    }

    /** With a row for a mean, if there is anything of quality; where no measure is left, the cell says so. */
    private ScoreTable withMean(String name, Map<String, Scores> images, Set<String> omitted) {
        if (images.values().stream().allMatch(scores -> scores.geometricMean().isEmpty())) {
            return this;
        }
        List<String> row = new ArrayList<>(List.of(name, kind(Kind.QUALITY), ""));
        images.values()
                .forEach(scores -> row.add(scores.geometricMean(score -> !omitted.contains(score.label()))
                        .map(NumberText::of)
                        .orElse("none left")));
        return with(List.of(row));
    }

    private ScoreTable with(List<List<String>> more) {
        List<List<String>> all = new ArrayList<>(rows);
        all.addAll(more);
        return new ScoreTable(columns, all);
    }

    private static String kind(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String floor(Score score) {
        Optional<String> number = score.floor().map(NumberText::of);
        return score.isFloorNearlyZero() ? "nearly 0" : number.orElse("");
    }

    private static String cell(Score score) {
        return score.ratio().map(NumberText::of).orElseGet(() -> NumberText.of(score.value()));
    }
}

package lichen.app.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.io.file.CsvFile;

/** Scores as a file: a line each, so that an image is measured once. */
public final class ScoreFile {
    private static final List<String> COLUMNS = List.of("measure", "kind", "scale", "value", "floor");

    private ScoreFile() {}

    /** Writes scores, whole or not at all. */
    public static void write(Path file, List<Score> scores) throws IOException {
        List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
        scores.forEach(score -> rows.add(cells(score)));
        CsvFile.write(file, rows);
    }

    /** The scores of a file; none if there is no file. */
    public static List<Score> read(Path file) throws IOException {
        List<Score> scores = new ArrayList<>();
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (String line : lines.subList(1, lines.size())) {
                scores.add(score(line.split(",", -1)));
            }
        }
        return scores;
    }

    private static List<String> cells(Score score) {
        return List.of(
                score.label(),
                score.kind().name(),
                score.scale().name(),
                Double.toString(score.value()),
                score.floor().map(String::valueOf).orElse(""));
    }

    private static Score score(String[] cells) {
        Optional<Double> floor = cells[4].isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(cells[4]));
        return new Score(
                cells[0], Kind.valueOf(cells[1]), Scale.valueOf(cells[2]), Double.parseDouble(cells[3]), floor);
    }
}

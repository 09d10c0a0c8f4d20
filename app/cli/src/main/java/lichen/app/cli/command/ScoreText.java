package lichen.app.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lichen.app.quality.Score;
import lichen.app.quality.ScoreTable;
import lichen.app.quality.Scores;

/** Sets scores for the eye, with aligned columns, or as JSON. */
final class ScoreText {
    private ScoreText() {}

    static String of(ScoreTable table) {
        List<List<String>> lines = new ArrayList<>(List.of(table.columns()));
        lines.addAll(table.rows());
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                int at = column;
                int width = lines.stream()
                        .mapToInt(other -> other.get(at).length())
                        .max()
                        .orElse(0);
                row.append(line.get(column))
                        .append(" ".repeat(width - line.get(column).length() + 2));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** {@code {"images": {name: {"scores": [...], "geometric-mean": m, "note": n}}, "diversity": [...]}}. */
    static String json(Map<String, Scores> images, List<Score> diversity) throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        images.forEach((name, scores) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("scores", scores.scores().stream().map(ScoreText::entry).toList());
            scores.geometricMean().ifPresent(mean -> entry.put("geometric-mean", mean));
            entry.put("note", scores.note());
            all.put(name, entry);
        });
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("images", all);
        root.put("diversity", diversity.stream().map(ScoreText::entry).toList());
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root) + "\n";
    }

    private static Map<String, Object> entry(Score score) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("measure", score.name());
        entry.put("kind", score.kind().name().toLowerCase(Locale.ROOT));
        entry.put("value", score.value());
        score.floor().ifPresent(floor -> entry.put("floor", floor));
        score.ratio().ifPresent(ratio -> entry.put("ratio", ratio));
        return entry;
    }
}

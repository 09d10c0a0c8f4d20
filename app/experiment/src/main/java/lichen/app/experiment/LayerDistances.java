package lichen.app.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.report.Section;
import lichen.app.experiment.report.Table;
import lichen.app.quality.NumberText;
import lichen.io.file.CsvFile;
import lichen.io.run.RunDirectory;
import lichen.synthesis.objective.LayerDistance;

/** What each layer still lacks when a synthesis ends: a file of its run, {@code layers.csv}. */
public final class LayerDistances {
    private static final String FILE = "layers.csv";
    private static final List<String> COLUMNS = List.of("term", "layer", "distance");

    private LayerDistances() {}

    /** Writes what there is; no file where no term compares statistics. */
    static void write(List<LayerDistance> distances, RunDirectory run) throws IOException {
        if (distances.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(COLUMNS));
        distances.forEach(
                distance -> rows.add(List.of(distance.term(), distance.layer(), Double.toString(distance.relative()))));
        CsvFile.write(run.folder().resolve(FILE), rows);
    }

    /** The relative distances by term and layer, in the network's order; none where the run has not left any. */
    public static Map<String, Double> read(RunDirectory run) throws IOException {
        Map<String, Double> distances = new LinkedHashMap<>();
        Path file = run.folder().resolve(FILE);
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                distances.put((cells[0] + " " + cells[1]).strip(), Double.valueOf(cells[2]));
            }
        }
        return distances;
    }

    /** The table of a run, if it has left any. */
    static List<Section> sections(RunDirectory run) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        read(run).forEach((layer, distance) -> rows.add(List.of(layer, text(distance))));
        return rows.isEmpty()
                ? List.of()
                : List.of(new Table(
                        "Distance by layer: |s - t| / |t|, s the statistics of the image and t those that are wanted",
                        List.of("layer", "distance"),
                        rows));
    }

    /** In words; a layer of whose statistics none is wanted has no relative distance. */
    public static String text(double distance) {
        return Double.isFinite(distance) ? NumberText.of(distance) : "-";
    }
}

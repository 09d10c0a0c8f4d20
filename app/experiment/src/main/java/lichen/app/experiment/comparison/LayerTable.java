package lichen.app.experiment.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import lichen.app.experiment.LayerDistances;
import lichen.app.experiment.report.Table;
import lichen.io.run.RunDirectory;

/** How far the methods that learn came with each layer of what they match. */
final class LayerTable {
    private static final String NOTHING = "-";

    private LayerTable() {}

    /** Means over the images of each method; empty where none tells. */
    static Optional<Table> of(Plan plan, RunDirectory run) throws IOException {
        Map<String, List<Map<String, Double>>> byMethod = new LinkedHashMap<>();
        Set<String> layers = new LinkedHashSet<>();
        for (String method : plan.methods()) {
            for (Candidate candidate : plan.candidates()) {
                if (candidate.column().equals(method)) {
                    Map<String, Double> distances = LayerDistances.read(run.part(candidate.name()));
                    layers.addAll(distances.keySet());
                    byMethod.computeIfAbsent(method, name -> new ArrayList<>()).add(distances);
                }
            }
        }
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(layers);
        List<List<String>> rows = new ArrayList<>();
        byMethod.forEach((method, images) -> rows.add(row(method, layers, images)));
        return Optional.of(new Table(
                "What each layer still lacks of what the method itself matches: |s - t| / |t|, s the statistics of the image and t those"
                        + " that are wanted; means over the images. Methods with other statistics cannot be compared by it",
                heads,
                rows));
    }

    private static List<String> row(String method, Set<String> layers, List<Map<String, Double>> images) {
        List<String> row = new ArrayList<>(List.of(method));
        for (String layer : layers) {
            OptionalDouble mean = images.stream()
                    .filter(distances -> distances.containsKey(layer))
                    .mapToDouble(distances -> distances.getOrDefault(layer, Double.NaN))
                    .average();
            row.add(mean.isPresent() ? LayerDistances.text(mean.getAsDouble()) : NOTHING);
        }
        return row;
    }
}

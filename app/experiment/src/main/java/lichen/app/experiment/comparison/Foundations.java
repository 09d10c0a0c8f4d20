package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.app.experiment.Experiment;
import lichen.app.experiment.Forecast;
import lichen.app.experiment.report.Table;
import lichen.app.experiment.training.WeightsManifest;
import lichen.app.experiment.trial.Trial;
import lichen.app.experiment.trial.TrialState;
import lichen.core.plugin.FileReference;
import lichen.io.run.RunDirectory;
import lichen.model.weights.WeightsFile;

/** What a comparison makes before its images, each once. */
final class Foundations {
    private static final List<String> TOLD = List.of("untrained-loss", "training-loss", "validation-loss", "epoch");

    private final Comparison comparison;
    private final Map<String, Experiment> experiments;

    Foundations(Comparison comparison) {
        this.comparison = comparison;
        this.experiments = comparison.foundations();
    }

    /** The trials that make them. */
    List<Trial> trials() {
        return experiments.entrySet().stream()
                .map(entry -> new Trial(entry.getKey(), "$", entry.getValue()))
                .toList();
    }

    /** The trials that a method's images wait for. */
    Set<String> needs(String method) {
        return comparison.method(method).foundations().keySet();
    }

    /** A line for each that is not finished; what it costs is not known beforehand. */
    List<Forecast.Line> left(Set<String> finished) {
        return trials().stream()
                .filter(trial -> !finished.contains(trial.name()))
                .map(trial -> new Forecast.Line(trial.name(), 1, Optional.empty()))
                .toList();
    }

    /**
     * Where those that a method waits for have left their results.
     *
     * @throws IOException if one has not come to results, saying why
     */
    Map<String, RunDirectory> made(String method, RunDirectory run) throws IOException {
        Map<String, RunDirectory> made = new LinkedHashMap<>();
        for (String name : comparison.method(method).foundations().keySet()) {
            RunDirectory part = run.part(name);
            Optional<TrialState> failed = TrialState.read(part).filter(state -> !state.isDone());
            if (failed.isPresent()) {
                throw new IOException(
                        name + " has failed: " + failed.orElseThrow().message());
            }
            made.put(name, part);
        }
        return made;
    }

    /** How far the trainings have come. */
    Optional<Table> table(RunDirectory run) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String name : experiments.keySet()) {
            Path weights = WeightsManifest.file(run.part(name));
            if (Files.exists(weights)) {
                Map<String, String> told =
                        WeightsFile.read(FileReference.to(weights)).metadata();
                List<String> row = new ArrayList<>(List.of(name));
                TOLD.forEach(key -> row.add(told.getOrDefault(key, "").replace("NaN", "none")));
                rows.add(row);
            }
        }
        List<String> columns = List.of("network", "loss, untrained", "training loss", "validation loss", "epoch");
        return rows.isEmpty() ? Optional.empty() : Optional.of(new Table("Networks trained first", columns, rows));
    }
}

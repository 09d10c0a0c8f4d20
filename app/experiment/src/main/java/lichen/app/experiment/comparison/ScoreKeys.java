package lichen.app.experiment.comparison;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lichen.app.experiment.Workbench;
import lichen.core.plugin.FileReference;
import lichen.io.run.InputFile;

/**
 * What the scores of an image depend on: the image, the whole photograph, which part of it the methods saw, the measures with the
 * files that they name, and the JPEG in between. A text of hashes, kept beside the scores: scores of another key are made again.
 */
final class ScoreKeys {
    private final Comparison comparison;
    private final Workbench workbench;
    private final Map<String, String> photographs = new LinkedHashMap<>();

    ScoreKeys(Comparison comparison, Workbench workbench) {
        this.comparison = comparison;
        this.workbench = workbench;
    }

    /** The key of the scores of an image that is there. */
    String of(Candidate candidate, Path image) throws IOException {
        return "image " + InputFile.of(FileReference.to(image)).sha256() + "\n" + basis(candidate);
    }

    private String basis(Candidate candidate) throws IOException {
        if (!photographs.containsKey(candidate.photograph())) {
            NamedPicture photograph =
                    comparison.photographs().get(Plan.of(comparison).index(candidate));
            List<String> lines = new ArrayList<>();
            lines.add("photograph " + InputFile.of(photograph.image()).sha256() + " " + photograph.crop() + " "
                    + photograph.size());
            comparison.measures().forEach(measure -> lines.add("measure " + measure));
            for (Map.Entry<String, FileReference> file :
                    workbench.config().files().entrySet()) {
                if (file.getKey().startsWith("$.measures")) {
                    lines.add("file " + InputFile.of(file.getValue()).sha256());
                }
            }
            lines.add("jpeg " + comparison.jpeg().map(String::valueOf).orElse("none"));
            photographs.put(candidate.photograph(), String.join("\n", lines) + "\n");
        }
        return Objects.requireNonNull(photographs.get(candidate.photograph()));
    }
}

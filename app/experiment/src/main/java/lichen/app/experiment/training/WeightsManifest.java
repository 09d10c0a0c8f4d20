package lichen.app.experiment.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import lichen.app.experiment.Version;
import lichen.core.plugin.FileReference;
import lichen.io.data.DataSet;
import lichen.io.data.SourcePhotograph;
import lichen.io.file.AtomicFiles;
import lichen.io.run.InputFile;
import lichen.io.run.RunDirectory;
import lichen.model.graph.Graph;
import lichen.model.weights.WeightsFile;

/**
 * The weights that a training came to, {@code weights.npz}, and beside them {@code weights.json}, which says what they are:
 * the data set, the experiment, the losses, the versions. The same training gives the same bytes of both.
 *
 * @param set what was learned from
 * @param epochs the losses
 * @param epoch after which epoch the weights are
 */
record WeightsManifest(DataSet set, EpochTable epochs, int epoch) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Writes both files. */
    void write(Graph network, RunDirectory run) throws IOException {
        Path file = TrainingTask.weights(run);
        WeightsFile weights = new WeightsFile(network, metadata());
        AtomicFiles.write(file, weights::write);
        InputFile written = InputFile.of(FileReference.to(file));
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("weights", String.valueOf(file.getFileName()));
        manifest.put("bytes", written.bytes());
        manifest.put("sha256", written.sha256());
        metadata().forEach(manifest::put);
        ObjectNode photographs = manifest.putObject("photographs");
        for (SourcePhotograph photograph : set.photographs()) {
            photographs
                    .putObject(photograph.name())
                    .put("sha256", photograph.sha256())
                    .put("for", photograph.subset().name());
        }
        manifest.set("experiment", JSON.readTree(run.config()));
        AtomicFiles.writeText(
                run.folder().resolve("weights.json"), JSON.writeValueAsString(manifest) + System.lineSeparator());
    }

    private Map<String, String> metadata() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("lichen", Version.number());
        texts.put("java", String.valueOf(System.getProperty("java.version")));
        texts.put("data-set", set.hash());
        texts.put("epoch", Integer.toString(epoch));
        texts.put("training-loss", Double.toString(epochs.training()[epoch]));
        texts.put("validation-loss", Double.toString(epochs.validation()[epoch]));
        texts.put("untrained-loss", Double.toString(epochs.untrained()));
        return texts;
    }
}

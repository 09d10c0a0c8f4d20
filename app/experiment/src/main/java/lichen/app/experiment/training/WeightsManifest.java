package lichen.app.experiment.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.app.experiment.Photograph;
import lichen.app.experiment.Version;
import lichen.core.image.Picture;
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
 * what was learned from, the experiment, the losses, the versions. The same training gives the same bytes of both.
 *
 * @param told what the training tells of them, by name
 * @param photographs what is told of each photograph that was learned from, by its name
 */
public record WeightsManifest(Map<String, String> told, Map<String, Map<String, String>> photographs) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Keeps the order. */
    public WeightsManifest {
        told = new LinkedHashMap<>(told);
        photographs = new LinkedHashMap<>(photographs);
    }

    /**
     * Of a network that learned from a data set.
     *
     * @param epoch after which epoch the weights are
     */
    static WeightsManifest of(DataSet set, EpochTable epochs, int epoch) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("data-set", set.hash());
        told.put("epoch", Integer.toString(epoch));
        told.put("training-loss", Double.toString(epochs.training()[epoch]));
        told.put("validation-loss", Double.toString(epochs.validation()[epoch]));
        told.put("untrained-loss", Double.toString(epochs.untrained()));
        Map<String, Map<String, String>> photographs = new LinkedHashMap<>();
        for (SourcePhotograph photograph : set.photographs()) {
            Map<String, String> of = new LinkedHashMap<>();
            of.put("sha256", photograph.sha256());
            of.put("for", photograph.subset().name());
            photographs.put(photograph.name(), of);
        }
        return new WeightsManifest(told, photographs);
    }

    /**
     * Of a network that learned from pictures.
     *
     * @throws IOException if one cannot be read
     */
    public static WeightsManifest of(Map<String, String> told, List<Picture> pictures) throws IOException {
        Map<String, Map<String, String>> photographs = new LinkedHashMap<>();
        for (Picture picture : pictures) {
            String hash = InputFile.of(picture.image()).sha256();
            photographs.put(new Photograph(picture).stem(), Map.of("sha256", hash));
        }
        return new WeightsManifest(told, photographs);
    }

    /** Where the weights of a run are. */
    public static Path file(RunDirectory run) {
        return run.folder().resolve("weights.npz");
    }

    /** Writes both files. */
    public void write(Graph network, RunDirectory run) throws IOException {
        Path file = file(run);
        WeightsFile weights = new WeightsFile(network, metadata());
        AtomicFiles.write(file, weights::write);
        InputFile written = InputFile.of(FileReference.to(file));
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("weights", String.valueOf(file.getFileName()));
        manifest.put("bytes", written.bytes());
        manifest.put("sha256", written.sha256());
        metadata().forEach(manifest::put);
        ObjectNode of = manifest.putObject("photographs");
        photographs.forEach((name, texts) -> texts.forEach(of.withObjectProperty(name)::put));
        manifest.set("experiment", JSON.readTree(run.config()));
        AtomicFiles.writeText(
                run.folder().resolve("weights.json"), JSON.writeValueAsString(manifest) + System.lineSeparator());
    }

    private Map<String, String> metadata() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("lichen", Version.number());
        texts.put("java", String.valueOf(System.getProperty("java.version")));
        texts.putAll(told);
        return texts;
    }
}

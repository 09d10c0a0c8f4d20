package lichen.io.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lichen.core.image.Crop;
import lichen.core.image.Size;

/** The form of {@code data-set.json}. */
final class DataSetManifestJson {
    private static final String FORMAT = "lichen-data-set";
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DataSetManifestJson() {}

    /** The text of a manifest: keys always in the same order. */
    static String text(DataSetManifest manifest) {
        Layout layout = manifest.layout();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION).put("hash", manifest.hash());
        root.put("size", layout.size());
        root.put("rotations", layout.turns().rotations());
        root.put("mirrors", layout.turns().mirrors());
        root.putObject("reject")
                .put("least-contrast", layout.reject().leastContrast())
                .put("least-sharpness", layout.reject().leastSharpness());
        root.set("notices", MAPPER.valueToTree(manifest.notices()));
        root.set("photographs", list(layout.photographs().stream().map(DataSetManifestJson::photograph)));
        root.set("patches", list(manifest.patches().stream().map(DataSetManifestJson::patch)));
        root.set("rejected", list(manifest.rejected().stream().map(DataSetManifestJson::rejected)));
        return root.toPrettyString() + "\n";
    }

    private static JsonNode list(Stream<ObjectNode> nodes) {
        return MAPPER.createArrayNode().addAll(nodes.toList());
    }

    private static ObjectNode photograph(SourcePhotograph photograph) {
        ObjectNode node =
                MAPPER.createObjectNode().put("name", photograph.name()).put("sha256", photograph.sha256());
        node.putArray("extents")
                .add(photograph.extents().width())
                .add(photograph.extents().height());
        return node.put("side", photograph.side())
                .put("subset", photograph.subset().word());
    }

    private static ObjectNode patch(Patch patch) {
        ObjectNode node = MAPPER.createObjectNode().put("name", patch.name()).put("source", patch.source());
        box(node, patch.box());
        node.put("sha256", patch.sha256()).put("subset", patch.subset().word());
        return appearance(node, patch.appearance());
    }

    private static ObjectNode rejected(RejectedPatch patch) {
        ObjectNode node = MAPPER.createObjectNode().put("source", patch.source());
        box(node, patch.box());
        return appearance(node.put("fault", patch.fault().words()), patch.appearance());
    }

    private static void box(ObjectNode node, Crop box) {
        node.putArray("box").add(box.x()).add(box.y()).add(box.width()).add(box.height());
    }

    private static ObjectNode appearance(ObjectNode node, Appearance appearance) {
        return node.put("contrast", appearance.contrast()).put("sharpness", appearance.sharpness());
    }

    /**
     * Reads a manifest back.
     *
     * @throws DataSetException if the file is no manifest, or not as it was written
     */
    static DataSetManifest read(Path file) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
            requireVersion(file, root);
            DataSetManifest manifest = manifest(root);
            if (!manifest.hash().equals(root.required("hash").asText())) {
                throw new DataSetException(file + ": was changed, as its hash is not that of its patches;"
                        + " remove the folder and cut the data set again");
            }
            return manifest;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new DataSetException(
                    file + ": is damaged, or not of a data set; remove the folder and cut the data set again", e);
        }
    }

    private static void requireVersion(Path file, JsonNode root) throws DataSetException {
        boolean ours = root.path("format").asText().equals(FORMAT);
        int version = root.path("version").asInt();
        if (ours && version != VERSION) {
            throw new DataSetException(file + ": is of version " + version + ", and this Lichen reads version "
                    + VERSION + "; cut the data set again into another folder");
        }
        if (!ours) {
            throw new IllegalArgumentException("another format");
        }
    }

    private static DataSetManifest manifest(JsonNode root) {
        JsonNode reject = root.required("reject");
        Layout layout = new Layout(
                root.required("size").asInt(),
                new Turns(
                        root.required("rotations").asBoolean(),
                        root.required("mirrors").asBoolean()),
                new Rejection(
                        reject.required("least-contrast").asDouble(),
                        reject.required("least-sharpness").asDouble()),
                elements(root, "photographs")
                        .map(DataSetManifestJson::photograph)
                        .toList());
        return new DataSetManifest(
                layout,
                elements(root, "patches").map(DataSetManifestJson::patch).toList(),
                elements(root, "rejected").map(DataSetManifestJson::rejected).toList(),
                elements(root, "notices").map(JsonNode::asText).toList());
    }

    private static Stream<JsonNode> elements(JsonNode root, String key) {
        return StreamSupport.stream(root.required(key).spliterator(), false);
    }

    private static SourcePhotograph photograph(JsonNode node) {
        JsonNode extents = node.required("extents");
        return new SourcePhotograph(
                node.required("name").asText(),
                node.required("sha256").asText(),
                new Size(extents.required(0).asInt(), extents.required(1).asInt()),
                node.required("side").asInt(),
                subset(node));
    }

    private static Patch patch(JsonNode node) {
        return new Patch(
                node.required("name").asText(),
                node.required("source").asText(),
                box(node),
                node.required("sha256").asText(),
                subset(node),
                appearance(node));
    }

    private static RejectedPatch rejected(JsonNode node) {
        String words = node.required("fault").asText();
        Fault fault = Stream.of(Fault.values())
                .filter(each -> each.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such fault: " + words));
        return new RejectedPatch(node.required("source").asText(), box(node), fault, appearance(node));
    }

    private static Subset subset(JsonNode node) {
        return Subset.valueOf(node.required("subset").asText().toUpperCase(Locale.ROOT));
    }

    private static Crop box(JsonNode node) {
        List<Integer> numbers = new ArrayList<>();
        elements(node, "box").forEach(number -> numbers.add(number.asInt()));
        if (numbers.size() != 4) {
            throw new IllegalArgumentException("a box of " + numbers.size() + " numbers");
        }
        return new Crop(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    private static Appearance appearance(JsonNode node) {
        return new Appearance(
                node.required("contrast").asDouble(), node.required("sharpness").asDouble());
    }
}

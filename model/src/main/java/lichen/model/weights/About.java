package lichen.model.weights;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Size;
import lichen.core.npy.NdArray;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import lichen.model.operation.Description;

/** The text {@code about.json}: what the inputs and nodes are, without their numbers. */
final class About {
    private static final String FORMAT = "lichen-network";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private About() {}

    static String write(Graph graph, Map<String, String> metadata) {
        ObjectNode about = JSON.createObjectNode();
        about.put("format", FORMAT);
        about.put("version", VERSION);
        if (!graph.inputs().equals(List.of(Input.IMAGE))) {
            ArrayNode inputs = about.putArray("inputs");
            graph.inputs().forEach(input -> write(input, inputs.addObject()));
        }
        ArrayNode nodes = about.putArray("nodes");
        graph.nodes().forEach(node -> write(node, nodes.addObject()));
        ObjectNode texts = about.putObject("metadata");
        metadata.forEach(texts::put);
        return about.toString();
    }

    private static void write(Input input, ObjectNode object) {
        object.put("name", input.name());
        object.put("channels", input.channels());
        input.size()
                .ifPresent(size -> object.putArray("size").add(size.height()).add(size.width()));
    }

    private static void write(Node node, ObjectNode object) {
        Description description = node.operation().description();
        object.put("name", node.name());
        object.put("operation", description.word());
        description.settings().forEach((key, value) -> object.set(key, JSON.valueToTree(value)));
        ArrayNode names = object.putArray("inputs");
        node.inputs().forEach(names::add);
        if (!node.owner().equals(node.name())) {
            object.put("owner", node.owner());
        }
    }

    /** Reads what {@link #write} wrote, and the arrays with it. */
    static WeightsFile parse(String json, Map<String, NdArray<?>> arrays) {
        StoredObject about = new StoredObject("about.json", tree(json));
        if (!about.text("format").equals(FORMAT)) {
            throw new FormatException(
                    "is a zip, but not a network file of Lichen: its about.json does not say \"" + FORMAT + "\"");
        }
        JsonNode version = about.take("version");
        if (!version.isInt() || version.intValue() != VERSION) {
            throw new FormatException("has version " + version + " of the format, but only " + VERSION
                    + " can be read here; use the Lichen that wrote it, or a newer one");
        }
        List<Input> inputs = new ArrayList<>();
        about.optional("inputs").ifPresent(all -> all.forEach(input -> inputs.add(input(input))));
        Graph graph =
                new GraphReader(arrays).read(inputs.isEmpty() ? List.of(Input.IMAGE) : inputs, about.take("nodes"));
        Map<String, String> metadata = metadata(about.take("metadata"));
        about.end();
        return new WeightsFile(graph, metadata);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new FormatException("is damaged: about.json is not JSON; write the file again", e);
        }
    }

    private static Input input(JsonNode json) {
        StoredObject object = new StoredObject("input " + json.path("name").asText(), json);
        Optional<Size> size = Optional.empty();
        if (json.has("size")) {
            List<Integer> extents = object.wholes("size", 2, 1, "a height and a width");
            size = Optional.of(new Size(extents.get(1), extents.get(0)));
        }
        Input input = new Input(object.text("name"), object.whole("channels", 1, "channels"), size);
        object.end();
        return input;
    }

    private static Map<String, String> metadata(JsonNode json) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!entry.getValue().isTextual()) {
                throw new FormatException(
                        "has metadata that are not texts: " + entry.getKey() + "; write the file again");
            }
            metadata.put(entry.getKey(), entry.getValue().textValue());
        }
        return metadata;
    }
}

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
import java.util.Set;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;

/**
 * The text {@code about.json}: what the nodes are, without their numbers.
 *
 * @param nodes the nodes
 * @param metadata free texts
 */
record Description(List<NodeDescription> nodes, Map<String, String> metadata) {
    private static final String FORMAT = "lichen-network";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static Description of(Graph graph, Map<String, String> metadata) {
        List<NodeDescription> nodes = new ArrayList<>();
        for (Node node : graph.nodes()) {
            nodes.add(NodeDescription.of(node));
        }
        return new Description(nodes, metadata);
    }

    String toJson() {
        ObjectNode about = JSON.createObjectNode();
        about.put("format", FORMAT);
        about.put("version", VERSION);
        ArrayNode array = about.putArray("nodes");
        nodes.forEach(node -> node.write(array.addObject()));
        ObjectNode texts = about.putObject("metadata");
        metadata.forEach(texts::put);
        return about.toString();
    }

    static Description parse(String json) throws FormatException {
        JsonNode about;
        try {
            about = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new FormatException("is damaged: about.json is not JSON; write the file again", e);
        }
        if (!about.path("format").asText().equals(FORMAT)) {
            throw new FormatException(
                    "is a zip, but not a network file of Lichen: its about.json does not say \"" + FORMAT + "\"");
        }
        JsonNode version = about.path("version");
        if (!version.isInt() || version.intValue() != VERSION) {
            throw new FormatException("has version " + version + " of the format, but only " + VERSION
                    + " can be read here; use the Lichen that wrote it, or a newer one");
        }
        Keys.check("about.json", about, Set.of("format", "version", "nodes", "metadata"));
        List<NodeDescription> nodes = new ArrayList<>();
        for (JsonNode node : about.path("nodes")) {
            nodes.add(NodeDescription.parse(node));
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : about.path("metadata").properties()) {
            if (!entry.getValue().isTextual()) {
                throw new FormatException(
                        "has metadata that are not texts: " + entry.getKey() + "; write the file again");
            }
            metadata.put(entry.getKey(), entry.getValue().textValue());
        }
        return new Description(nodes, metadata);
    }
}

package lichen.model.deeplearning4j;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lichen.core.image.Image;
import lichen.model.foreign.UnreadableException;

/**
 * What {@code configuration.json} says.
 *
 * @param input the name of the image
 * @param layers layers and vertices in the order in which their numbers follow each other, each after all that it reads
 */
record Dl4jModel(String input, List<Dl4jLayer> layers) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final String FIRST = "input";
    private static final String LAYER_VERTEX = "LayerVertex";
    private static final String ORDER = "topologicalOrderStr";
    private static final String LATER =
            "; load it with Deeplearning4j 1.0.0-M2.1 and save it again with ModelSerializer.writeModel(network, file, false)";

    Dl4jModel {
        layers = List.copyOf(layers);
    }

    /** Reads the layers, of either kind of network. */
    static Dl4jModel parse(String json) throws UnreadableException {
        JsonNode tree;
        try {
            tree = JSON.readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableException(
                    "is damaged: its configuration.json is not JSON; copy, download or save the file again", e);
        }
        if (tree.path("confs").isArray()) {
            return sequence(tree);
        }
        if (tree.path("vertices").isObject()) {
            return graph(tree);
        }
        throw new UnreadableException("has a configuration.json that is neither of a MultiLayerNetwork nor of a"
                + " ComputationGraph; save the network with ModelSerializer.writeModel(network, file, false)");
    }

    private static Dl4jModel sequence(JsonNode tree) throws UnreadableException {
        List<Dl4jLayer> layers = new ArrayList<>();
        String before = FIRST;
        JsonNode confs = tree.path("confs");
        for (int i = 0; i < confs.size(); i++) {
            JsonNode preprocessor = tree.path("inputPreProcessors").path(String.valueOf(i));
            JsonNode layer = layer(confs.get(i));
            String given = layer.path("layerName").asText("");
            String name = given.isEmpty() || given.equals("null") ? "layer" + i : given;
            layers.add(new Dl4jLayer(name, layer, List.of(before), Dl4jLayer.kind(preprocessor)));
            before = name;
        }
        return new Dl4jModel(FIRST, layers);
    }

    private static Dl4jModel graph(JsonNode tree) throws UnreadableException {
        List<String> inputs = texts(tree.path("networkInputs"));
        if (inputs.size() != 1) {
            throw new UnreadableException(
                    "has " + inputs.size() + " inputs, " + inputs + "; only networks of a single image can be read");
        }
        if (!tree.path(ORDER).isArray()) {
            throw new UnreadableException("does not tell the order of its vertices, as earlier versions" + LATER);
        }
        List<Dl4jLayer> layers = new ArrayList<>();
        Set<String> known = new HashSet<>(inputs);
        for (String name : texts(tree.path(ORDER))) {
            if (inputs.contains(name)) {
                continue;
            }
            Dl4jLayer layer = vertex(name, tree);
            if (layer.inputs().isEmpty() || !known.containsAll(layer.inputs()) || !known.add(name)) {
                throw new UnreadableException("vertex " + name + " reads " + layer.inputs()
                        + ", which are not all before it; save the network again");
            }
            layers.add(layer);
        }
        return new Dl4jModel(inputs.get(0), layers);
    }

    private static Dl4jLayer vertex(String name, JsonNode tree) throws UnreadableException {
        JsonNode vertex = tree.path("vertices").path(name);
        List<String> inputs = texts(tree.path("vertexInputs").path(name));
        return Dl4jLayer.kind(vertex).equals(LAYER_VERTEX)
                ? new Dl4jLayer(
                        name, layer(vertex.path("layerConf")), inputs, Dl4jLayer.kind(vertex.path("preProcessor")))
                : new Dl4jLayer(name, vertex, inputs, "");
    }

    private static JsonNode layer(JsonNode conf) throws UnreadableException {
        JsonNode layer = Dl4jLayer.thawed(conf.path("layer"));
        if (!layer.path("@class").isTextual()) {
            throw new UnreadableException("was saved by an early version, whose layers have no class" + LATER);
        }
        return layer;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** How many channels the image has: what the first layer expects that says so. */
    int channels() throws UnreadableException {
        Set<String> images = new HashSet<>(Set.of(input));
        for (Dl4jLayer layer : layers) {
            if (images.containsAll(layer.inputs())) {
                if (layer.config().path("nin").asInt() > 0) {
                    return layer.channels("nin");
                }
                images.add(layer.name());
            }
        }
        return Image.CHANNELS;
    }
}

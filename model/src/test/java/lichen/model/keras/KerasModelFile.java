package lichen.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;

/** Writes small files as Keras 2 does: the configuration as an attribute, the weights in a group for each layer. */
public final class KerasModelFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final boolean functional;
    private final ObjectNode config = JSON.createObjectNode();
    private final ArrayNode layers = config.putArray("layers");
    private final Map<String, Map<String, NdArray<float[]>>> weights = new LinkedHashMap<>();

    private KerasModelFile(boolean functional) {
        this.functional = functional;
    }

    /** A list of layers; the first reads the image. */
    public static KerasModelFile sequential() {
        return new KerasModelFile(false).layer("InputLayer", "in", "{'batch_input_shape': [null, 32, 32, 3]}");
    }

    /** A graph of layers; "in" is the image. */
    public static KerasModelFile functional() {
        return new KerasModelFile(true).layer("InputLayer", "in", "{'batch_input_shape': [null, null, null, 3]}");
    }

    /** A layer with its settings as JSON in single quotes, and its inputs where the model is functional. */
    public KerasModelFile layer(String type, String name, String settings, String... inputs) {
        ObjectNode layer = layers.addObject();
        layer.put("class_name", type);
        ObjectNode own = layer.putObject("config");
        own.setAll((ObjectNode) json(settings));
        own.put("name", name);
        if (functional) {
            layer.put("name", name);
            ArrayNode calls = layer.putArray("inbound_nodes");
            if (inputs.length > 0) {
                ArrayNode call = calls.addArray();
                for (String input : inputs) {
                    call.addArray().add(input).add(0).add(0).addObject();
                }
            }
        }
        return this;
    }

    /** A convolution with weights by their index; see {@link #numbers}. */
    public KerasModelFile convolution(String name, String settings, int[] kernel, String... inputs) {
        ObjectNode all = (ObjectNode) json(settings);
        all.put("filters", kernel[3]);
        all.putArray("kernel_size").add(kernel[0]).add(kernel[1]);
        return layer("Conv2D", name, all.toString(), inputs)
                .weights(name, "kernel:0", numbers(i -> Math.sin(1 + i), kernel))
                .weights(name, "bias:0", numbers(i -> 0.1 * i, kernel[3]));
    }

    /** An array of a layer. */
    public KerasModelFile weights(String layer, String name, NdArray<float[]> values) {
        weights.computeIfAbsent(layer, key -> new LinkedHashMap<>()).put(layer + "/" + name, values);
        return this;
    }

    /** An array whose numbers are a function of their index. */
    public static NdArray<float[]> numbers(IntToDoubleFunction function, int... shape) {
        float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) function.applyAsDouble(i);
        }
        return NdArray.of(values, shape);
    }

    /** The configuration as it is written; to be changed by a test. */
    ArrayNode layers() {
        return layers;
    }

    /** Writes the file into a folder. */
    public FileReference write(Path folder) throws IOException {
        ObjectNode model = JSON.createObjectNode();
        model.put("class_name", functional ? "Functional" : "Sequential");
        model.set("config", config);
        return write(folder, model.toString());
    }

    /** Writes the file with another configuration. */
    FileReference write(Path folder, String modelConfig) throws IOException {
        Path path = Files.createTempFile(folder, "network", ".h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putAttribute("model_config", modelConfig);
            WritableGroup group = file.putGroup("model_weights");
            weights.forEach((layer, arrays) -> writeLayer(group.putGroup(layer), arrays));
        }
        return FileReference.to(path);
    }

    /** Writes the weights alone, named as in the files that Keras downloads. */
    public FileReference writeWeights(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "weights", ".h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putAttribute("layer_names", weights.keySet().toArray(String[]::new));
            weights.forEach((layer, arrays) -> {
                WritableGroup group = file.putGroup(layer);
                String[] names = {layer + "_W_1:0", layer + "_b_1:0"};
                group.putAttribute("weight_names", names);
                group.putDataset(names[0], nested(Objects.requireNonNull(arrays.get(layer + "/kernel:0"))));
                group.putDataset(names[1], nested(Objects.requireNonNull(arrays.get(layer + "/bias:0"))));
            });
        }
        return FileReference.to(path);
    }

    private static void writeLayer(WritableGroup group, Map<String, NdArray<float[]>> arrays) {
        List<String> names = List.copyOf(arrays.keySet());
        group.putAttribute("weight_names", arrays.keySet().toArray(String[]::new));
        String scope = names.get(0).substring(0, names.get(0).indexOf('/'));
        WritableGroup inner = group.putGroup(scope);
        arrays.forEach((name, array) -> inner.putDataset(name.substring(scope.length() + 1), nested(array)));
    }

    static Object nested(NdArray<float[]> array) {
        Object nested = Array.newInstance(float.class, array.shape());
        for (int i = 0; i < array.values().length; i++) {
            Object row = nested;
            int rest = i;
            int block = array.values().length;
            for (int axis = 0; axis < array.shape().length - 1; axis++) {
                block /= array.shape()[axis];
                row = Array.get(row, rest / block);
                rest %= block;
            }
            Array.setFloat(row, rest, array.values()[i]);
        }
        return nested;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

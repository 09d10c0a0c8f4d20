package lichen.model.keras;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;

/** Writes small files as Keras 3 does: a zip of the layers as JSON and of numbered weights as HDF5. */
final class Keras3File {
    private final String config;
    private final boolean named;
    private final Map<String, List<NdArray<float[]>>> weights = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * A file without weights so far.
     *
     * @param config the layers, as JSON in single quotes
     * @param named whether groups tell the names of their layers, as later versions do
     */
    Keras3File(String config, boolean named) {
        this.config = config.replace('\'', '"');
        this.named = named;
    }

    /** The reference to a tensor, as Keras 3 writes it. */
    static String tensor(String layer) {
        return "{'class_name': '__keras_tensor__', 'config': {'shape': [null, 8, 8, 3], 'dtype': 'float32',"
                + " 'keras_history': ['" + layer + "', 0, 0]}}";
    }

    /** A layer that reads others. */
    static String layer(String type, String name, String settings, String... inputs) {
        List<String> tensors = new ArrayList<>();
        for (String input : inputs) {
            tensors.add(tensor(input));
        }
        String arguments = tensors.size() == 1 ? tensors.get(0) : "[" + String.join(", ", tensors) + "]";
        String calls = inputs.length == 0 ? "[]" : "[{'args': [" + arguments + "], 'kwargs': {'mask': null}}]";
        return "{'module': 'keras.layers', 'class_name': '" + type + "', 'name': '" + name + "', 'config': {'name': '"
                + name + "'" + (settings.isEmpty() ? "" : ", " + settings) + "}, 'inbound_nodes': " + calls + "}";
    }

    /** The arrays of a layer by number, in the group that goes with its class. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    final Keras3File weights(String group, String name, NdArray<float[]>... arrays) {
        weights.put(group, List.of(arrays));
        names.put(group, name);
        return this;
    }

    /** Writes the whole network. */
    FileReference write(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "network", ".keras");
        Path inside = Path.of(writeWeights(folder).name());
        try (OutputStream out = Files.newOutputStream(path);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "metadata.json", "{}".getBytes(StandardCharsets.UTF_8));
            put(zip, "config.json", config.getBytes(StandardCharsets.UTF_8));
            put(zip, "model.weights.h5", Files.readAllBytes(inside));
        }
        return FileReference.to(path);
    }

    /** Writes the weights alone. */
    FileReference writeWeights(Path folder) throws IOException {
        Path path = Files.createTempFile(folder, "model", ".weights.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            Map<String, WritableGroup> groups = new LinkedHashMap<>();
            weights.forEach((group, arrays) -> {
                WritableGroup variables = group(file, groups, "layers/" + group + "/vars");
                if (named) {
                    variables.putAttribute("name", names.getOrDefault(group, ""));
                }
                for (int i = 0; i < arrays.size(); i++) {
                    variables.putDataset(String.valueOf(i), KerasModelFile.nested(arrays.get(i)));
                }
            });
        }
        return FileReference.to(path);
    }

    private static WritableGroup group(WritableGroup root, Map<String, WritableGroup> groups, String path) {
        WritableGroup group = root;
        StringBuilder walked = new StringBuilder();
        for (String step : path.split("/", -1)) {
            WritableGroup parent = group;
            group = groups.computeIfAbsent(walked.append('/').append(step).toString(), key -> parent.putGroup(step));
        }
        return group;
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}

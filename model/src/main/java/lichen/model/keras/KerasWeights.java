package lichen.model.keras;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lichen.core.npy.NdArray;

/** The weights of one layer. Each is named {@code .../kernel:0} or so, and found by the last part of its name. */
final class KerasWeights {
    private static final String NAMES = "weight_names";

    /** What weights were called in the files that Keras downloads: {@code block1_conv1_W_1:0}. */
    private static final Map<String, String> ELDER = Map.of("kernel", "_W_\\d+:\\d+", "bias", "_b_\\d+:\\d+");

    private static final long MOST_VALUES = 1L << 28;

    private final String layer;
    private final Group group;

    KerasWeights(String layer, Group group) {
        this.layer = layer;
        this.group = group;
    }

    /** How many filters a convolution has: the last extent of its kernel. */
    int outputs() throws UnreadableException {
        int[] shape = KerasFile.guarded(layer + " kernel", find("kernel")::getDimensions);
        return shape.length == 0 ? 0 : shape[shape.length - 1];
    }

    /** Whether there is an array whose name ends so. */
    boolean has(String name) throws UnreadableException {
        return path(name).isPresent();
    }

    /**
     * Reads an array. Its shape is checked before anything is read, so that no file can ask for absurd memory.
     *
     * @param name the last part of its name: kernel, bias, gamma, ...
     * @param expected its shape
     */
    NdArray<float[]> read(String name, int... expected) throws UnreadableException {
        Dataset dataset = find(name);
        int[] found = KerasFile.guarded(layer + " " + name, dataset::getDimensions);
        if (!Arrays.equals(found, expected)) {
            throw new UnreadableException("layer " + layer + ": expected " + name + " " + Arrays.toString(expected)
                    + ", found " + Arrays.toString(found));
        }
        long count = Arrays.stream(expected).asLongStream().reduce(1, (a, b) -> Math.min(a * b, MOST_VALUES + 1));
        if (count > MOST_VALUES) {
            throw new UnreadableException("layer " + layer + ": " + name + " " + Arrays.toString(expected)
                    + " is too large: at most " + MOST_VALUES + " numbers can be read");
        }
        Object values = KerasFile.guarded(layer + " " + name, dataset::getDataFlat);
        if (values instanceof float[] floats && floats.length == count) {
            return NdArray.of(floats, expected);
        }
        if (values instanceof double[] doubles && doubles.length == count) {
            return NdArray.of(NdArray.of(doubles, expected).floats(), expected);
        }
        throw new UnreadableException("layer " + layer + ": expected " + count + " floating-point numbers as " + name
                + ", found " + values.getClass().getSimpleName());
    }

    private Dataset find(String name) throws UnreadableException {
        Optional<String> path = path(name);
        if (path.isEmpty()) {
            throw new UnreadableException("layer " + layer + ": expected weights " + name + ", found "
                    + Arrays.toString(names()) + "; save the network again");
        }
        Optional<Node> node = KerasFile.find(group, path.orElseThrow());
        if (node.isPresent() && node.get() instanceof Dataset dataset) {
            return dataset;
        }
        throw new UnreadableException("layer " + layer + ": names the weights " + path.orElseThrow()
                + " but does not hold them; save the network again");
    }

    private Optional<String> path(String name) throws UnreadableException {
        return Arrays.stream(names())
                .filter(path -> {
                    String last = path.substring(path.lastIndexOf('/') + 1);
                    String elder = Pattern.quote(layer) + ELDER.getOrDefault(name, "(?!)");
                    return last.equals(name) || last.startsWith(name + ":") || last.matches(elder);
                })
                .findFirst();
    }

    private String[] names() throws UnreadableException {
        Optional<Object> names = KerasFile.guarded(
                layer + " " + NAMES,
                () -> Optional.ofNullable(group.getAttribute(NAMES)).map(Attribute::getData));
        // A layer without weights has an empty list of numbers here.
        return names.isPresent() && names.get() instanceof String[] texts ? texts : new String[0];
    }
}

package lichen.model.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.FileStart;
import lichen.model.foreign.UnreadableException;
import lichen.model.foreign.ZipParts;

/**
 * A Keras file: HDF5 with the layers in the attribute {@code model_config} and the weights in the group {@code model_weights}; or
 * HDF5 with weights alone; or, of Keras 3, a zip of the layers as JSON and of weights as HDF5. Whatever the HDF5 reader throws at a
 * damaged file becomes an {@link UnreadableException} here.
 */
final class KerasFile implements AutoCloseable {
    private static final String CONFIG = "model_config";
    private static final String WEIGHTS = "model_weights";
    private static final String ZIPPED_CONFIG = "config.json";
    private static final String ZIPPED_WEIGHTS = "model.weights.h5";
    private static final String WHOLE = "save the whole network with model.save(\"network.keras\")";

    private static final int LONGEST_CONFIG = 1 << 26;
    private static final int LARGEST_WEIGHTS = 1 << 30;

    private final HdfFile file;
    private final Optional<String> zippedConfig;

    private KerasFile(HdfFile file, Optional<String> zippedConfig) {
        this.file = file;
        this.zippedConfig = zippedConfig;
    }

    /** Opens a file after a look at its first bytes. */
    static KerasFile open(FileReference reference) throws IOException, UnreadableException {
        FileStart start = FileStart.of(reference);
        start.refusePickle();
        if (start.isZip()) {
            return openZip(reference);
        }
        if (reference.isBundled() || !reference.isLasting()) {
            try (InputStream in = reference.open()) {
                return new KerasFile(hdf5(in.readAllBytes()), Optional.empty());
            }
        }
        // A file is mapped, not read: the head of a classifier can be most of it, and is never looked at.
        Path path = Path.of(reference.name());
        try (InputStream in = reference.open()) {
            Hdf5Header.check(in.readNBytes(Hdf5Header.LENGTH), Files.size(path));
        }
        return new KerasFile(guarded("it", () -> new HdfFile(path)), Optional.empty());
    }

    private static KerasFile openZip(FileReference reference) throws IOException, UnreadableException {
        ZipParts zip = ZipParts.read(reference, Map.of(ZIPPED_CONFIG, LONGEST_CONFIG, ZIPPED_WEIGHTS, LARGEST_WEIGHTS));
        Optional<byte[]> config = zip.part(ZIPPED_CONFIG);
        Optional<byte[]> weights = zip.part(ZIPPED_WEIGHTS);
        if (config.isEmpty() || weights.isEmpty()) {
            throw new UnreadableException(
                    "is a zip, but holds no " + (config.isEmpty() ? ZIPPED_CONFIG : ZIPPED_WEIGHTS)
                            + " as a .keras file of Keras 3 does; " + WHOLE);
        }
        return new KerasFile(hdf5(weights.get()), Optional.of(new String(config.get(), StandardCharsets.UTF_8)));
    }

    private static HdfFile hdf5(byte[] bytes) throws IOException, UnreadableException {
        Hdf5Header.check(new ByteArrayInputStream(bytes).readNBytes(Hdf5Header.LENGTH), bytes.length);
        return guarded("it", () -> HdfFile.fromBytes(bytes));
    }

    /** The layers as JSON. */
    String config() throws UnreadableException {
        if (zippedConfig.isPresent()) {
            return zippedConfig.get();
        }
        Optional<Object> config = guarded(
                CONFIG, () -> Optional.ofNullable(file.getAttribute(CONFIG)).map(Attribute::getData));
        if (config.isPresent() && config.get() instanceof String json) {
            return json;
        }
        throw new UnreadableException(
                isNamed() || isNumbered()
                        ? "holds weights but not the layers; name the network by \"architecture\" if it is vgg16 or vgg19, or "
                                + WHOLE + ", not with save_weights"
                        : "is HDF5, but holds no attribute " + CONFIG + "; " + WHOLE + ", not with save_weights");
    }

    /**
     * The weights.
     *
     * @param layers all layers of the network, in the order of the file
     */
    WeightsLayout weights(List<KerasLayer> layers) throws UnreadableException {
        Optional<Node> whole = find(file, WEIGHTS);
        if (whole.isPresent() && whole.get() instanceof Group group) {
            return new NamedWeights(group);
        }
        return isNamed() ? new NamedWeights(file) : new NumberedWeights(file, layers);
    }

    /** The weights of a layer that must have some. */
    static KerasWeights of(KerasLayer layer, WeightsLayout weights) throws UnreadableException {
        return weights.of(layer)
                .orElseThrow(() -> new UnreadableException(
                        "holds no group of weights of the layer " + layer.name() + "; " + WHOLE));
    }

    /** Whether it holds weights by the names of layers, but not what these are. */
    boolean tellsNamesAlone() throws UnreadableException {
        return zippedConfig.isEmpty() && isNamed() && guarded(CONFIG, () -> file.getAttribute(CONFIG) == null);
    }

    private boolean isNamed() throws UnreadableException {
        return guarded("it", () -> file.getAttribute("layer_names") != null);
    }

    private boolean isNumbered() throws UnreadableException {
        return find(file, NumberedWeights.PLACES.get(0)).isPresent();
    }

    /** Walks down a path; a link is never followed, for it may lead out of the file. */
    static Optional<Node> find(Group parent, String path) throws UnreadableException {
        return guarded(path, () -> {
            Node node = parent;
            for (String step : path.split("/", -1)) {
                if (!(node instanceof Group group)) {
                    return Optional.empty();
                }
                Node child = group.getChild(step);
                if (child == null || child.isLink()) {
                    return Optional.empty();
                }
                node = child;
            }
            return Optional.of(node);
        });
    }

    /** Runs what calls the HDF5 reader, which at damaged files throws exceptions of any type. */
    static <T> T guarded(String what, Supplier<T> access) throws UnreadableException {
        try {
            return access.get();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new UnreadableException(
                    "is damaged: " + what + " cannot be read; copy, download or save the file again", e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}

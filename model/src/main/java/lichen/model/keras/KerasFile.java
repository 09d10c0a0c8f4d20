package lichen.model.keras;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import lichen.core.plugin.FileReference;

/**
 * A Keras file as HDF5: the attribute {@code model_config} and, in the group {@code model_weights}, a group for each
 * layer. Whatever the HDF5 reader throws at a damaged file becomes an {@link UnreadableException} here.
 */
final class KerasFile implements AutoCloseable {
    private static final String CONFIG = "model_config";
    private static final String WEIGHTS = "model_weights";

    private final HdfFile file;

    private KerasFile(HdfFile file) {
        this.file = file;
    }

    /** Opens a file after a look at its first bytes. */
    static KerasFile open(FileReference reference) throws IOException, UnreadableException {
        if (reference.isBundled() || !reference.isLasting()) {
            try (InputStream in = reference.open()) {
                return open(in.readAllBytes());
            }
        }
        // A file is mapped, not read: the head of a classifier can be most of it, and is never looked at.
        Path path = Path.of(reference.name());
        try (InputStream in = reference.open()) {
            Hdf5Header.check(in.readNBytes(Hdf5Header.LENGTH), Files.size(path));
        }
        return new KerasFile(guarded("it", () -> new HdfFile(path)));
    }

    private static KerasFile open(byte[] bytes) throws IOException, UnreadableException {
        Hdf5Header.check(new ByteArrayInputStream(bytes).readNBytes(Hdf5Header.LENGTH), bytes.length);
        return new KerasFile(guarded("it", () -> HdfFile.fromBytes(bytes)));
    }

    /** The layers as JSON. */
    String config() throws UnreadableException {
        Optional<Object> config = guarded(
                CONFIG, () -> Optional.ofNullable(file.getAttribute(CONFIG)).map(Attribute::getData));
        if (config.isPresent() && config.get() instanceof String json) {
            return json;
        }
        throw new UnreadableException(
                isWeightsOnly()
                        ? "holds weights but not the layers; name the network by \"architecture\" if it is vgg16 or vgg19, or save"
                                + " the whole network with model.save(\"network.h5\") of Keras 2, not with save_weights"
                        : "is HDF5, but holds no attribute " + CONFIG
                                + "; save the whole network with model.save(\"network.h5\") of Keras 2, not with save_weights");
    }

    /** The weights of one layer. */
    KerasWeights weights(String layer) throws UnreadableException {
        Optional<Node> whole = find(file, WEIGHTS);
        return whole.isPresent() || !isWeightsOnly()
                ? new KerasWeights(layer, group(group(file, WEIGHTS, ""), layer, WEIGHTS + "/"))
                : new KerasWeights(layer, group(file, layer, ""));
    }

    /** Whether there are weights of this layer. */
    boolean holds(String layer) throws UnreadableException {
        return find(file, layer).isPresent()
                || find(file, WEIGHTS + "/" + layer).isPresent();
    }

    private boolean isWeightsOnly() throws UnreadableException {
        return guarded("it", () -> file.getAttribute("layer_names") != null);
    }

    private static Group group(Group parent, String path, String place) throws UnreadableException {
        Optional<Node> node = find(parent, path);
        if (node.isPresent() && node.get() instanceof Group group) {
            return group;
        }
        throw new UnreadableException("holds no group " + place + path
                + "; save the whole network with model.save(\"network.h5\") of Keras 2");
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

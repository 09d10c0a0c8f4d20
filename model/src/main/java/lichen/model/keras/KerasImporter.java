package lichen.model.keras;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.model.graph.Graph;
import lichen.model.graph.Soundness;
import lichen.model.weights.NetworkFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a network that Keras 2 saved as HDF5. */
public final class KerasImporter {
    private static final Logger LOG = LoggerFactory.getLogger(KerasImporter.class);

    private KerasImporter() {}

    /**
     * Reads the layers that act on images, and their weights. Layers that do nothing in inference are passed over; the head
     * of a classifier is left away, and the log says so.
     *
     * @param file the file, written by {@code model.save("network.h5")}
     * @param scaling what the network expects of the pixels; the graph itself takes RGB in [0,1]
     * @param averagePooling whether every pooling takes the mean
     * @throws NetworkFileException if the file is damaged or no such network, or has unsupported layers: all are named
     * @throws IOException if the file cannot be read
     */
    public static Graph read(FileReference file, InputScaling scaling, boolean averagePooling) throws IOException {
        return read(file, Optional.empty(), scaling, averagePooling);
    }

    /**
     * As {@link #read(FileReference, InputScaling, boolean)}.
     *
     * @param architecture which network it is, for a file of weights alone; where empty, the file tells its layers
     */
    public static Graph read(
            FileReference file, Optional<KerasArchitecture> architecture, InputScaling scaling, boolean averagePooling)
            throws IOException {
        try (KerasFile keras = KerasFile.open(file)) {
            SpatialPart part = SpatialPart.of(
                    architecture.isPresent()
                            ? architecture.orElseThrow().layers(keras)
                            : KerasConfig.parse(keras.config()));
            checkInput(part.layers());
            if (!part.head().isEmpty()) {
                LOG.info("{}: left away the head, {}", file, names(part.head()));
            }
            Map<String, Optional<LayerKind.Source>> sources = sources(part.layers(), averagePooling);
            GraphAssembly assembly = new GraphAssembly(scaling);
            for (KerasLayer layer : part.layers()) {
                if (layer.isInput()) {
                    assembly.input(layer);
                } else {
                    assembly.add(
                            layer,
                            sources.getOrDefault(layer.name(), Optional.empty()),
                            () -> keras.weights(layer.name()));
                }
            }
            return sound(assembly.graph());
        } catch (UnreadableException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
    }

    private static void checkInput(List<KerasLayer> layers) throws UnreadableException {
        List<KerasLayer> inputs = layers.stream().filter(KerasLayer::isInput).toList();
        if (inputs.size() != 1) {
            throw new UnreadableException("has " + inputs.size() + " inputs"
                    + (inputs.isEmpty() ? "" : ", " + names(inputs)) + "; only networks of a single image can be read");
        }
        int channels = inputs.get(0).inputChannels().orElse(Image.CHANNELS);
        if (channels != Image.CHANNELS) {
            throw new UnreadableException("expects images of " + channels + " channels; images here are RGB, with "
                    + Image.CHANNELS + " channels in the last place");
        }
    }

    private static Map<String, Optional<LayerKind.Source>> sources(List<KerasLayer> layers, boolean averagePooling)
            throws UnreadableException {
        LayerKinds kinds = new LayerKinds(averagePooling);
        Map<String, Optional<LayerKind.Source>> sources = new HashMap<>();
        UnsupportedLayers unsupported = new UnsupportedLayers();
        for (KerasLayer layer : layers) {
            if (!layer.isInput()) {
                try {
                    sources.put(layer.name(), kinds.read(layer));
                } catch (UnreadableException e) {
                    unsupported.add(e.reason(), layer.name());
                }
            }
        }
        unsupported.check(kinds.names());
        return sources;
    }

    private static Graph sound(Graph graph) throws UnreadableException {
        List<String> problems = Soundness.problems(graph);
        if (!problems.isEmpty()) {
            throw new UnreadableException("layer " + problems.get(0) + "; save the network again");
        }
        return graph;
    }

    private static String names(List<KerasLayer> layers) {
        return layers.stream().map(KerasLayer::name).collect(Collectors.joining(", "));
    }
}

package lichen.model.keras;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.GraphAssembly;
import lichen.model.foreign.ImportNotes;
import lichen.model.foreign.InputScaling;
import lichen.model.foreign.UnreadableException;
import lichen.model.foreign.UnsupportedLayers;
import lichen.model.graph.Graph;
import lichen.model.weights.NetworkFileException;

/** Reads a network that Keras saved, of version 2 or 3. */
public final class KerasImporter {
    private KerasImporter() {}

    /** The graph of {@link #network}, where the file tells its layers. */
    public static Graph read(FileReference file, InputScaling scaling, boolean averagePooling) throws IOException {
        return network(file, Optional.empty(), scaling, averagePooling).noted(file);
    }

    /**
     * Reads the layers that act on images, and their weights. Layers that do nothing in inference are passed over; the head
     * of a classifier is left away, and a note says so.
     *
     * @param file the file, written by {@code model.save("network.keras")}, or {@code .h5}
     * @param architecture which network it is, for a file of weights alone; where empty, the file tells its
     *     layers, or is told by the names of its weights
     * @param scaling what the network expects of the pixels; the graph itself takes RGB in [0,1]
     * @param averagePooling whether every pooling takes the mean
     * @throws NetworkFileException if the file is damaged or no such network, or has unsupported layers: all are named
     * @throws IOException if the file cannot be read
     */
    public static ForeignNetwork network(
            FileReference file, Optional<KerasArchitecture> architecture, InputScaling scaling, boolean averagePooling)
            throws IOException {
        try (KerasFile keras = KerasFile.open(file)) {
            Optional<KerasArchitecture> known = architecture.isPresent() ? architecture : KerasArchitecture.of(keras);
            List<KerasLayer> layers =
                    known.isPresent() ? known.orElseThrow().layers(keras) : KerasConfig.parse(keras.config());
            SpatialPart part = SpatialPart.of(layers);
            WeightsLayout weights = keras.weights(layers);
            Map<String, Optional<LayerKind.Source>> sources = sources(part.layers(), averagePooling);
            GraphAssembly assembly = new GraphAssembly(scaling, channels(part.layers()));
            for (KerasLayer layer : part.layers()) {
                if (layer.isInput()) {
                    assembly.input(layer.name());
                } else {
                    add(layer, sources.getOrDefault(layer.name(), Optional.empty()), assembly, weights);
                }
            }
            return new ForeignNetwork("Keras", assembly.graph(), ImportNotes.of(names(part.head()), assembly));
        } catch (UnreadableException e) {
            throw new NetworkFileException(file, e.reason(), e);
        }
    }

    private static void add(
            KerasLayer layer, Optional<LayerKind.Source> source, GraphAssembly assembly, WeightsLayout weights)
            throws UnreadableException {
        var place = assembly.place(layer.name(), layer.name(), layer.inputs());
        if (source.isPresent()) {
            source.orElseThrow().add(place, () -> KerasFile.of(layer, weights));
        } else {
            place.pass();
        }
    }

    private static int channels(List<KerasLayer> layers) throws UnreadableException {
        List<KerasLayer> inputs = layers.stream().filter(KerasLayer::isInput).toList();
        if (inputs.size() != 1) {
            throw new UnreadableException("has " + inputs.size() + " inputs"
                    + (inputs.isEmpty() ? "" : ", " + String.join(", ", names(inputs)))
                    + "; only networks of a single image can be read");
        }
        return inputs.get(0).inputChannels().orElse(Image.CHANNELS);
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
        unsupported.check(kinds.names(), "");
        return sources;
    }

    private static List<String> names(List<KerasLayer> layers) {
        return layers.stream().map(KerasLayer::name).toList();
    }
}

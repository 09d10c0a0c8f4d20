package lichen.model.keras;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lichen.core.tensor.Pooling;
import lichen.model.graph.Operation;

/** The Keras classes that can be read. */
final class LayerKinds {
    /** What does nothing once a network is trained. */
    static final Set<String> IDENTITIES =
            Set.of("Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "ActivityRegularization");

    private final Map<String, LayerKind> kinds = new HashMap<>();

    /**
     * All kinds.
     *
     * @param averagePooling whether every pooling takes the mean
     */
    LayerKinds(boolean averagePooling) {
        Pooling.Kind maximum = averagePooling ? Pooling.Kind.AVERAGE : Pooling.Kind.MAX;
        kinds.put("Conv2D", new ConvolutionKind());
        kinds.put("BatchNormalization", new BatchNormalizationKind());
        kinds.put("MaxPooling2D", new PoolingKind(maximum));
        kinds.put("AveragePooling2D", new PoolingKind(Pooling.Kind.AVERAGE));
        kinds.put("ReLU", LayerKinds::relu);
        kinds.put("Activation", LayerKinds::activation);
        kinds.put("Concatenate", LayerKinds::concatenate);
        for (String identity : IDENTITIES) {
            kinds.put(identity, layer -> Optional.empty());
        }
    }

    /** The way to a layer's operation; see {@link LayerKind#read}. */
    Optional<LayerKind.Source> read(KerasLayer layer) throws UnreadableException {
        LayerKind kind = kinds.get(layer.type());
        if (kind == null) {
            throw new UnreadableException(layer.type());
        }
        if (layer.inputs().size() != 1 && !layer.type().equals("Concatenate")) {
            throw new UnreadableException(
                    layer.type() + " with " + layer.inputs().size() + " inputs");
        }
        return kind.read(layer);
    }

    /** The classes that can be read, in alphabetical order. */
    Set<String> names() {
        return new TreeSet<>(kinds.keySet());
    }

    private static Optional<LayerKind.Source> relu(KerasLayer layer) throws UnreadableException {
        layer.require("max_value", "null", "null");
        for (String key : new String[] {"negative_slope", "threshold"}) {
            if (layer.number(key, 0) != 0) {
                throw new UnreadableException("ReLU with " + key + " " + layer.number(key, 0));
            }
        }
        return Optional.of((channels, weights) -> new Operation.Relu());
    }

    private static Optional<LayerKind.Source> activation(KerasLayer layer) throws UnreadableException {
        layer.require("activation", "linear", "linear", "relu");
        return layer.word("activation", "linear").equals("relu")
                ? Optional.of((channels, weights) -> new Operation.Relu())
                : Optional.empty();
    }

    private static Optional<LayerKind.Source> concatenate(KerasLayer layer) throws UnreadableException {
        layer.require("axis", "-1", "-1", "3");
        if (layer.inputs().isEmpty()) {
            throw new UnreadableException("Concatenate without inputs");
        }
        return Optional.of((channels, weights) -> new Operation.Concatenate());
    }
}

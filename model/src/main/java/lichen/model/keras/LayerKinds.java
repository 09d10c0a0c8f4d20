package lichen.model.keras;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lichen.core.tensor.Pooling;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Relu;

/** The Keras classes that can be read. */
final class LayerKinds {
    /** What does nothing once a network is trained. */
    static final Set<String> IDENTITIES =
            Set.of("Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "ActivityRegularization");

    private static final String RELU_6 = "relu6";

    /** What reads several layers. */
    private static final Set<String> MERGES = Set.of("Concatenate", "Add");

    private final Map<String, LayerKind> kinds = new HashMap<>();

    /**
     * All kinds.
     *
     * @param averagePooling whether every pooling takes the mean
     */
    LayerKinds(boolean averagePooling) {
        Pooling.Kind maximum = averagePooling ? Pooling.Kind.AVERAGE : Pooling.Kind.MAX;
        kinds.put("Conv2D", new ConvolutionKind());
        kinds.put("DepthwiseConv2D", new DepthwiseKind());
        kinds.put("SeparableConv2D", new SeparableKind());
        kinds.put("ZeroPadding2D", new PaddingKind());
        kinds.put("BatchNormalization", new BatchNormalizationKind());
        kinds.put("MaxPooling2D", new PoolingKind(maximum));
        kinds.put("AveragePooling2D", new PoolingKind(Pooling.Kind.AVERAGE));
        kinds.put("ReLU", LayerKinds::relu);
        kinds.put("Activation", LayerKinds::activation);
        kinds.put("Concatenate", LayerKinds::concatenate);
        kinds.put("Add", LayerKinds::add);
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
        if (layer.inputs().size() != 1 && !MERGES.contains(layer.type())) {
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
        double maximum = layer.number("max_value", Double.POSITIVE_INFINITY);
        if (!(maximum > 0)) {
            throw new UnreadableException("ReLU with max_value " + maximum);
        }
        for (String key : new String[] {"negative_slope", "threshold"}) {
            if (layer.number(key, 0) != 0) {
                throw new UnreadableException("ReLU with " + key + " " + layer.number(key, 0));
            }
        }
        return Optional.of((channels, weights) -> new Relu((float) maximum));
    }

    private static Optional<LayerKind.Source> activation(KerasLayer layer) throws UnreadableException {
        layer.require("activation", "linear", "linear", "relu", RELU_6);
        return switch (layer.word("activation", "linear")) {
            case "relu" -> Optional.of((channels, weights) -> new Relu());
            case RELU_6 -> Optional.of((channels, weights) -> new Relu(6));
            default -> Optional.empty();
        };
    }

    private static Optional<LayerKind.Source> add(KerasLayer layer) throws UnreadableException {
        requireInputs(layer);
        return Optional.of((channels, weights) -> new Add());
    }

    private static Optional<LayerKind.Source> concatenate(KerasLayer layer) throws UnreadableException {
        layer.require("axis", "-1", "-1", "3");
        requireInputs(layer);
        return Optional.of((channels, weights) -> new Concatenate());
    }

    private static void requireInputs(KerasLayer layer) throws UnreadableException {
        if (layer.inputs().isEmpty()) {
            throw new UnreadableException(layer.type() + " without inputs");
        }
    }
}

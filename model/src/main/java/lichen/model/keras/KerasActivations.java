package lichen.model.keras;

import java.util.Optional;
import lichen.model.foreign.LeakySlopes;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Relu;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Tanh;

/** Layers that are a function of each number. */
final class KerasActivations {
    private static final String RELU_6 = "relu6";
    private static final String SLOPE = "negative_slope";
    private static final double USUAL_SLOPE = 0.3;

    private KerasActivations() {}

    static Optional<LayerKind.Source> relu(KerasLayer layer) throws UnreadableException {
        double maximum = layer.number("max_value", Double.POSITIVE_INFINITY);
        if (!(maximum > 0)) {
            throw new UnreadableException("ReLU with max_value " + maximum);
        }
        if (layer.number("threshold", 0) != 0) {
            throw new UnreadableException("ReLU with threshold " + layer.number("threshold", 0));
        }
        double slope = layer.number(SLOPE, 0);
        if (slope == 0) {
            return LayerKind.Source.of((channels, weights) -> new Relu((float) maximum));
        }
        if (Double.isFinite(maximum)) {
            throw new UnreadableException("ReLU with negative_slope " + slope + " and max_value " + maximum);
        }
        return Optional.of((place, weights) -> LeakySlopes.add(place, (float) slope));
    }

    /** The slope is {@code alpha} to Keras 2 and {@code negative_slope} to Keras 3. */
    static Optional<LayerKind.Source> leakyRelu(KerasLayer layer) throws UnreadableException {
        double slope = layer.number(SLOPE, layer.number("alpha", USUAL_SLOPE));
        return Optional.of((place, weights) -> LeakySlopes.add(place, (float) slope));
    }

    /** A slope for each channel; with one for each pixel a network is of a certain size. */
    static Optional<LayerKind.Source> parametricRelu(KerasLayer layer) throws UnreadableException {
        layer.require("shared_axes", "null", "[1,2]", "[2,1]");
        return Optional.of((place, weights) -> LeakySlopes.add(
                place, weights.get().read("alpha", 1, 1, place.channels()).values()));
    }

    static Optional<LayerKind.Source> activation(KerasLayer layer) throws UnreadableException {
        layer.require("activation", "linear", "linear", "relu", RELU_6, "sigmoid", "tanh");
        return switch (layer.word("activation", "linear")) {
            case "relu" -> LayerKind.Source.of((channels, weights) -> new Relu());
            case RELU_6 -> LayerKind.Source.of((channels, weights) -> new Relu(6));
            case "sigmoid" -> LayerKind.Source.of((channels, weights) -> new Sigmoid());
            case "tanh" -> LayerKind.Source.of((channels, weights) -> new Tanh());
            default -> Optional.empty();
        };
    }
}

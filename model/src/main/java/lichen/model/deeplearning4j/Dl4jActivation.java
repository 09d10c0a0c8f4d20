package lichen.model.deeplearning4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import lichen.model.foreign.LayerPlace;
import lichen.model.foreign.LeakySlopes;
import lichen.model.foreign.UnreadableException;
import lichen.model.operation.Convolve;
import lichen.model.operation.Multiply;
import lichen.model.operation.Operation;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Tanh;

/** The function of each number that a layer ends in. */
@FunctionalInterface
interface Dl4jActivation {
    /** None. */
    Dl4jActivation IDENTITY = LayerPlace::pass;

    /** max(x, 0). */
    Dl4jActivation RELU = place -> place.become(new Relu());

    /** Adds it to what a place reads. */
    void add(LayerPlace place) throws UnreadableException;

    /** Adds it after an operation. */
    default void after(Operation operation, LayerPlace place) throws UnreadableException {
        if (this == IDENTITY) {
            place.become(operation);
        } else if (this == RELU && operation instanceof Convolve convolve) {
            place.become(convolve.rectified());
        } else {
            add(place.then("linear", operation));
        }
    }

    /** Whether a layer does nothing but make shares of the whole. */
    static boolean isSoftmax(Dl4jLayer layer) {
        return Set.of("ActivationLayer", "CnnLossLayer").contains(layer.type())
                && name(layer.config().path("activationFn")).equals("Softmax");
    }

    /** That of a layer. */
    static Dl4jActivation of(Dl4jLayer layer) throws UnreadableException {
        JsonNode function = layer.config().path("activationFn");
        return switch (name(function)) {
            case "Identity" -> IDENTITY;
            case "ReLU" -> rectifier(layer, function);
            case "ReLU6" -> place -> place.become(new Relu(6));
            case "LReLU" -> {
                float slope = number(function, "alpha", Float.NaN);
                yield place -> LeakySlopes.add(place, slope);
            }
            case "Sigmoid" -> place -> place.become(new Sigmoid());
            case "TanH" -> place -> place.become(new Tanh());
            case "HardSigmoid" ->
                place -> place.become("line", ScaleShift.ofAll(place.channels(), 0.2f, 0.5f), new Relu(1));
            case "Swish" ->
                place -> place.end(new Multiply(), place.input(), place.step("gate", new Sigmoid(), place.input()));
            default -> throw new UnreadableException(layer.type() + " with the activation " + name(function));
        };
    }

    private static Dl4jActivation rectifier(Dl4jLayer layer, JsonNode function) throws UnreadableException {
        float slope = number(function, "negativeSlope", 0);
        float most = number(function, "max", 0);
        if (number(function, "threshold", 0) != 0 || slope != 0 && most != 0 || most < 0) {
            throw new UnreadableException(layer.type() + " with ReLU of a threshold, or of both a maximum and a slope");
        }
        if (slope != 0) {
            return place -> LeakySlopes.add(place, slope);
        }
        return most == 0 ? RELU : place -> place.become(new Relu(most));
    }

    private static float number(JsonNode function, String key, float fallback) throws UnreadableException {
        JsonNode value = function.path(key);
        float number = value.isNumber() ? value.floatValue() : fallback;
        if (!Float.isFinite(number)) {
            throw new UnreadableException(name(function) + " with " + key + " " + number);
        }
        return number;
    }

    private static String name(JsonNode function) {
        String type = function.path("@class").asText();
        String own = "org.nd4j.linalg.activations.impl.Activation";
        return type.startsWith(own) ? type.substring(own.length()) : type;
    }
}

package lichen.model.deeplearning4j;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import lichen.model.foreign.UnreadableException;

/** Tells the layers that put out images from the head that does not: a classifier's last layers. */
final class Dl4jParts {
    private static final Set<String> HEADS = Set.of(
            "CenterLossOutputLayer",
            "DenseLayer",
            "GlobalPoolingLayer",
            "L2NormalizeVertex",
            "LossLayer",
            "OutputLayer",
            "Yolo2OutputLayer");

    private static final Set<String> WEIGHTLESS = Set.of(
            "ActivationLayer", "CnnLossLayer", "DropoutLayer", "GlobalPoolingLayer", "LossLayer", "Yolo2OutputLayer");

    private static final int NUMBERS_OF_NORMALISATION = 4;

    private final Set<String> head = new HashSet<>();

    /** Whether a layer belongs to the head; layers are asked for in order. */
    boolean isHead(Dl4jLayer layer) throws UnreadableException {
        boolean starts = HEADS.contains(layer.type())
                || layer.preprocessor().equals(Dl4jLayer.FLATTENING)
                || Dl4jActivation.isSoftmax(layer);
        boolean belongs = head.containsAll(layer.inputs());
        Optional<String> vector = layer.inputs().stream().filter(head::contains).findFirst();
        if (!starts && !belongs && vector.isPresent()) {
            throw new UnreadableException("layer " + layer.name() + " (" + layer.type()
                    + ") puts an image together with " + vector.get()
                    + ", which is none; save a network without that layer");
        }
        if (starts || belongs) {
            head.add(layer.name());
        }
        return starts || belongs;
    }

    /** Passes over the numbers of a layer of the head. */
    static void skip(Dl4jLayer layer, CoefficientsFile coefficients) throws UnreadableException {
        OptionalLong count = count(layer);
        if (count.isPresent()) {
            coefficients.skip(layer.name(), count.getAsLong());
        } else {
            coefficients.loseAt(layer.name());
        }
    }

    private static OptionalLong count(Dl4jLayer layer) throws UnreadableException {
        String type = layer.type();
        if (type.endsWith("Vertex") || WEIGHTLESS.contains(type)) {
            return OptionalLong.of(0);
        }
        return switch (type) {
            case "DenseLayer", "OutputLayer" -> {
                long each = (layer.flag("hasBias", true) ? 1 : 0) + (layer.flag("hasLayerNorm", false) ? 1 : 0);
                long inputs = layer.config().path("nin").asLong();
                long outputs = layer.channels("nout");
                yield inputs < 1 || inputs > Integer.MAX_VALUE
                        ? OptionalLong.empty()
                        : OptionalLong.of((inputs + each) * outputs);
            }
            case "BatchNormalization" ->
                OptionalLong.of(
                        (layer.flag("lockGammaBeta", false) ? 2L : NUMBERS_OF_NORMALISATION) * layer.channels("nout"));
            default -> OptionalLong.empty();
        };
    }
}

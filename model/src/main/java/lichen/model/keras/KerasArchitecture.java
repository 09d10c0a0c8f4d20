package lichen.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.model.foreign.UnreadableException;

/**
 * The layers of a network that a file of weights alone does not tell: what {@code save_weights} writes, and what Keras itself
 * downloads. How many filters a layer has is read from its weights; the network ends where the file does.
 *
 * <p>Source: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition" (2015), table 1, columns D
 * and E.
 */
public enum KerasArchitecture {
    /** Thirteen convolutions in five blocks. */
    VGG16(2, 2, 3, 3, 3),

    /** Sixteen convolutions in five blocks. */
    VGG19(2, 2, 4, 4, 4);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String INPUT = "input";

    /** The first convolution that only one of them has: block3_conv4. */
    private static final int TELLING_BLOCK = 3;

    private static final int TELLING_NUMBER = 4;

    private final List<Integer> blocks;

    KerasArchitecture(Integer... convolutions) {
        blocks = List.of(convolutions);
    }

    /** Which of them a file of weights alone is by the names of its layers; empty where these tell none. */
    static Optional<KerasArchitecture> of(KerasFile file) throws UnreadableException {
        if (!file.tellsNamesAlone()) {
            return Optional.empty();
        }
        WeightsLayout weights = file.weights(List.of());
        if (weights.of(convolution(1, 1)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                weights.of(convolution(TELLING_BLOCK, TELLING_NUMBER)).isPresent() ? VGG19 : VGG16);
    }

    /** The layers that the file holds weights for, by Keras's names, with the pooling between them. */
    List<KerasLayer> layers(KerasFile file) throws UnreadableException {
        WeightsLayout weights = file.weights(convolutions());
        List<KerasLayer> layers = new ArrayList<>();
        layers.add(new KerasLayer(INPUT, KerasLayer.INPUT, JSON.objectNode(), List.of()));
        for (int block = 1; block <= blocks.size(); block++) {
            for (int number = 1; number <= blocks.get(block - 1); number++) {
                KerasLayer convolution = convolution(block, number);
                Optional<KerasWeights> own = weights.of(convolution);
                if (own.isEmpty()) {
                    return requireSome(layers, convolution.name());
                }
                add(layers, convolution.name(), "Conv2D", convolution(own.get().outputs()));
            }
            add(layers, "block" + block + "_pool", "MaxPooling2D", pooling());
        }
        return layers;
    }

    private List<KerasLayer> convolutions() {
        List<KerasLayer> convolutions = new ArrayList<>();
        for (int block = 1; block <= blocks.size(); block++) {
            for (int number = 1; number <= blocks.get(block - 1); number++) {
                convolutions.add(convolution(block, number));
            }
        }
        return convolutions;
    }

    private static KerasLayer convolution(int block, int number) {
        return new KerasLayer("block" + block + "_conv" + number, "Conv2D", convolution(1), List.of());
    }

    private static List<KerasLayer> requireSome(List<KerasLayer> layers, String missing) throws UnreadableException {
        if (layers.size() == 1) {
            throw new UnreadableException("holds no layer " + missing + ", with which the network begins");
        }
        return layers;
    }

    private static void add(List<KerasLayer> layers, String name, String type, JsonNode config) {
        layers.add(new KerasLayer(
                name, type, config, List.of(layers.get(layers.size() - 1).name())));
    }

    private static JsonNode convolution(int filters) {
        ObjectNode config = JSON.objectNode();
        config.put("filters", filters).put("padding", "same").put("activation", "relu");
        config.putArray("kernel_size").add(3).add(3);
        return config;
    }

    private static JsonNode pooling() {
        ObjectNode config = JSON.objectNode();
        config.putArray("pool_size").add(2).add(2);
        config.putArray("strides").add(2).add(2);
        return config;
    }
}

package lichen.model.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Operation;

/** A graph in the making: the nodes so far, and which of them each Keras layer's output is. */
final class GraphAssembly {
    private final InputScaling scaling;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(Architecture.IMAGE));
    /** The nodes whose channels come in the opposite order of what the network expects. */
    private final Set<String> reversed = new HashSet<>();

    private final Map<String, String> outputs = new HashMap<>();
    private final Map<String, Integer> channels = new HashMap<>(Map.of(Architecture.IMAGE, Image.CHANNELS));

    /** Starts with the scaling of the image. */
    GraphAssembly(InputScaling scaling) {
        this.scaling = scaling;
        scaling.operation().ifPresent(operation -> {
            nodes.add(new Node(InputScaling.NODE, operation, Architecture.IMAGE));
            names.add(InputScaling.NODE);
            if (scaling.reversesChannels()) {
                reversed.add(InputScaling.NODE);
            }
            channels.put(InputScaling.NODE, Image.CHANNELS);
        });
    }

    /** The model's input: the scaled image. */
    void input(KerasLayer layer) {
        outputs.put(layer.name(), scaling == InputScaling.UNIT ? Architecture.IMAGE : InputScaling.NODE);
    }

    /** A layer, or its input once more if there is no operation. */
    void add(KerasLayer layer, Optional<LayerKind.Source> source, LayerKind.WeightsSource weights)
            throws UnreadableException {
        List<String> inputs = layer.inputs().stream()
                .map(input -> outputs.getOrDefault(input, input))
                .toList();
        if (source.isEmpty()) {
            outputs.put(layer.name(), inputs.get(0));
            return;
        }
        if (!names.add(layer.name())) {
            throw new UnreadableException("has a layer of the name " + layer.name()
                    + ", which stands for something else here; rename the layer");
        }
        List<Integer> before =
                inputs.stream().map(input -> channels.getOrDefault(input, 0)).toList();
        Operation operation = source.get().operation(before.get(0), weights);
        if (inputs.stream().anyMatch(reversed::contains)) {
            operation = reversed(layer, operation);
        }
        nodes.add(new Node(layer.name(), operation, inputs));
        outputs.put(layer.name(), layer.name());
        channels.put(layer.name(), operation.channels(before));
    }

    /** The graph. */
    Graph graph() throws UnreadableException {
        if (names.stream().allMatch(Set.of(Architecture.IMAGE, InputScaling.NODE)::contains)) {
            throw new UnreadableException("has no layer that computes an image; name another file");
        }
        return new Graph(nodes);
    }

    /** A margin passes the order of channels on, and a convolution can be turned round. */
    private Operation reversed(KerasLayer layer, Operation operation) throws UnreadableException {
        return switch (layer.type()) {
            case "ZeroPadding2D" -> {
                reversed.add(layer.name());
                yield operation;
            }
            case "Conv2D", "SeparableConv2D" -> ConvolutionKind.reverseInputs(operation);
            default ->
                throw new UnreadableException("layer " + layer.name() + " (" + layer.type()
                        + ") reads the image, but with the scaling imagenet-bgr only convolutions can; choose another"
                        + " scaling");
        };
    }
}

package lichen.model.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.core.feature.Architecture;
import lichen.core.image.Image;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.graph.Soundness;
import lichen.model.operation.Operation;

/** A graph in the making: the nodes so far, and which of them each value of the file is. */
public final class GraphAssembly {
    private final ImageChannels order;
    private final String image;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of(Architecture.IMAGE));
    /** The nodes whose channels are those of the image, where the network expects others. */
    private final Set<String> raw = new HashSet<>();

    private final Map<String, String> outputs = new HashMap<>();
    private final Map<String, Integer> channels = new HashMap<>();

    /**
     * Starts with the scaling of the image.
     *
     * @param scaling what the network expects of the pixels
     * @param expected how many channels it expects
     */
    public GraphAssembly(InputScaling scaling, int expected) throws UnreadableException {
        if (expected != 1 && expected != Image.CHANNELS) {
            throw new UnreadableException(
                    "expects images of " + expected + " channels; images here are RGB, and can be given as "
                            + Image.CHANNELS + " channels or as one, their mean");
        }
        this.order =
                expected == 1 ? ImageChannels.MEAN : scaling.reversesChannels() ? ImageChannels.BGR : ImageChannels.RGB;
        scaling.operation()
                .ifPresent(operation -> nodes.add(new Node(InputScaling.NODE, operation, Architecture.IMAGE)));
        this.image = nodes.isEmpty() ? Architecture.IMAGE : InputScaling.NODE;
        names.add(image);
        channels.put(image, expected);
        if (order != ImageChannels.RGB) {
            raw.add(image);
        }
    }

    /** The name by which the file calls the image. */
    public void input(String name) {
        outputs.put(name, image);
    }

    /** Whether the network is given the mean of the channels. */
    public boolean isOfMean() {
        return order == ImageChannels.MEAN;
    }

    /**
     * A place for a layer.
     *
     * @param name its name
     * @param value by which name others read its output
     * @param inputs what it reads, by those names
     */
    public LayerPlace place(String name, String value, List<String> inputs) {
        return new LayerPlace(this, name, value, inputs.stream().map(this::node).toList());
    }

    /** The graph, if there is any and it fits together. */
    public Graph graph() throws UnreadableException {
        if (nodes.stream().allMatch(node -> node.name().equals(InputScaling.NODE))) {
            throw new UnreadableException("has no layer that computes an image; name another file");
        }
        Graph graph = new Graph(nodes);
        List<String> problems = Soundness.problems(graph);
        if (!problems.isEmpty()) {
            throw new UnreadableException("layer " + problems.get(0) + "; save the network again");
        }
        return graph;
    }

    /** The channels that the network takes a node to have. */
    int channels(String node) {
        return channels.getOrDefault(node, 0);
    }

    void bind(String value, String node) {
        outputs.put(value, node);
    }

    void add(String name, Operation operation, List<String> inputs) throws UnreadableException {
        if (!names.add(name)) {
            throw new UnreadableException(
                    "has a layer of the name " + name + ", which stands for something else here; rename the layer");
        }
        if (!operation.arity().fits(inputs.size())) {
            throw new UnreadableException("layer " + name + ": expected "
                    + operation.arity().words() + ", found " + inputs.size() + "; save the network again");
        }
        List<Integer> before = inputs.stream().map(this::channels).toList();
        channels.put(name, operation.channels(before));
        nodes.add(new Node(name, ofImage(name, operation, inputs), inputs));
    }

    private Operation ofImage(String name, Operation operation, List<String> inputs) throws UnreadableException {
        if (inputs.stream().noneMatch(raw::contains)) {
            return operation;
        }
        List<String> misfits =
                operation.misfits(inputs.stream().map(this::channels).toList());
        if (!misfits.isEmpty()) {
            throw new UnreadableException("layer " + name + ": " + misfits.get(0) + "; save the network again");
        }
        if (order.pass(operation)) {
            raw.add(name);
        }
        return order.onRgb(operation)
                .orElseThrow(() -> new UnreadableException("layer " + name + " (" + operation.words()
                        + ") reads the image, but "
                        + (isOfMean() ? "of a network of one channel" : "with the scaling imagenet-bgr")
                        + " only convolutions, margins and scalings can; "
                        + (isOfMean() ? "begin with a convolution" : "choose another scaling")));
    }

    private String node(String value) {
        return Objects.requireNonNullElse(outputs.get(value), value);
    }
}

package lichen.model.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lichen.core.feature.Architecture;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Operation;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;

/**
 * Gives the layers of a VGG the names that Keras has for them, whatever their file calls them, so that an experiment works with either.
 * {@code block1_conv1} is read after its ReLU; with batch normalisation that is {@code block1_relu1}.
 *
 * <p>Source: Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition" (2015), table 1.
 */
final class VggNames {
    private static final int SIDE = 3;
    private static final List<List<Integer>> CONVOLUTIONS =
            List.of(List.of(1, 1, 2, 2, 2), List.of(2, 2, 2, 2, 2), List.of(2, 2, 3, 3, 3), List.of(2, 2, 4, 4, 4));

    private final List<Node> nodes = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>(List.of(0));
    private String last = Architecture.IMAGE;

    private VggNames() {}

    /** The same network with Keras's names; empty if it is no VGG, nor the beginning of one. */
    static Optional<Graph> of(Graph graph) {
        VggNames names = new VggNames();
        String before = Architecture.IMAGE;
        for (Node node : graph.nodes()) {
            if (!node.inputs().equals(List.of(before)) || !names.take(node)) {
                return Optional.empty();
            }
            before = node.name();
        }
        return names.isVgg() ? Optional.of(new Graph(names.nodes)) : Optional.empty();
    }

    /** Adds a node; false for what no VGG has there. */
    private boolean take(Node node) {
        Operation operation = node.operation();
        if (operation instanceof Convolve convolution) {
            if (convolution.weights().shape()[1] != SIDE
                    || convolution.weights().shape()[2] != SIDE) {
                return false;
            }
            counts.set(counts.size() - 1, number() + 1);
            add(name("conv"), operation);
        } else if (operation instanceof Pool) {
            add(String.format(Locale.ROOT, "block%d_pool", counts.size()), operation);
            counts.add(0);
        } else if (operation instanceof ScaleShift) {
            add(number() == 0 ? node.name() : name("norm"), operation);
        } else if (operation instanceof Relu relu && !nodes.isEmpty()) {
            rectify(relu);
        } else {
            return false;
        }
        return true;
    }

    private int number() {
        return counts.get(counts.size() - 1);
    }

    /** A ReLU becomes a part of the convolution that it follows. */
    private void rectify(Relu relu) {
        Node node = nodes.get(nodes.size() - 1);
        if (node.operation() instanceof Convolve convolution) {
            nodes.set(nodes.size() - 1, node.with(convolution.rectified()));
        } else {
            add(name("relu"), relu);
        }
    }

    private String name(String what) {
        return String.format(Locale.ROOT, "block%d_%s%d", counts.size(), what, number());
    }

    private void add(String name, Operation operation) {
        nodes.add(new Node(name, operation, last));
        last = name;
    }

    private boolean isVgg() {
        List<Integer> blocks = counts.subList(0, number() == 0 ? counts.size() - 1 : counts.size());
        return CONVOLUTIONS.stream().anyMatch(whole -> begins(whole, blocks));
    }

    /** Whether these are the first blocks of a network, of the last of which the end may be missing. */
    private boolean begins(List<Integer> whole, List<Integer> blocks) {
        int ended = counts.size() - 1;
        return !blocks.isEmpty()
                && ended > 0
                && blocks.size() <= whole.size()
                && blocks.subList(0, ended).equals(whole.subList(0, ended))
                && (blocks.size() == ended || blocks.get(ended) <= whole.get(ended));
    }
}

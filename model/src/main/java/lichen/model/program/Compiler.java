package lichen.model.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.Kernel;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Turns a graph into a program: first the forward kernels, then the backward kernels in reverse. */
final class Compiler {
    private final Size size;
    private final List<String> taps;
    private final TensorScope scope;
    private final List<Node> nodes;

    Compiler(Graph graph, Size size, Border border, List<String> taps, TensorScope scope) {
        this.size = size;
        this.taps = taps;
        this.scope = scope;
        this.nodes = Bordered.rewrite(ancestors(graph, taps), size, border);
    }

    Program compile() {
        INDArray image = scope.array(1, size.height(), size.width(), Image.CHANNELS);
        Map<String, INDArray> activations = new HashMap<>(Map.of(Architecture.IMAGE, image));
        List<Kernel> forward = new ArrayList<>();
        for (Node node : nodes) {
            List<INDArray> inputs = node.inputs().stream()
                    .map(name -> Objects.requireNonNull(activations.get(name)))
                    .toList();
            ForwardStep step = ForwardStep.of(node, inputs, scope);
            activations.put(node.name(), step.output());
            forward.addAll(step.kernels());
        }
        return new BackwardCompiler(nodes, taps, activations, scope).compile(image, forward);
    }

    /** The nodes that the taps depend on, in the order of computation. */
    static List<Node> ancestors(Graph graph, List<String> taps) {
        Set<String> needed = new HashSet<>(taps);
        List<Node> kept = new ArrayList<>();
        for (int i = graph.nodes().size() - 1; i >= 0; i--) {
            Node node = graph.nodes().get(i);
            if (needed.contains(node.name())) {
                kept.add(0, node);
                needed.addAll(node.inputs());
            }
        }
        return kept;
    }
}

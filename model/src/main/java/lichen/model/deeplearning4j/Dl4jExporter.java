package lichen.model.deeplearning4j;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.tensor.TensorScope;
import lichen.model.foreign.UnreadableException;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;

/** Makes of a graph a network of Deeplearning4j that computes the same, of images {@code [N,3,H,W]}, RGB in [0,1]. */
public final class Dl4jExporter {
    private Dl4jExporter() {}

    /**
     * A ComputationGraph whose vertices have the names of the nodes; its outputs are the nodes that no other reads.
     *
     * @throws UnreadableException if a node has no counterpart: all such are named
     */
    public static ComputationGraph network(Graph graph) throws UnreadableException {
        Require.that(
                graph.inputs().equals(List.of(Input.IMAGE)) && !graph.nodes().isEmpty(),
                "graph",
                "must be a network that looks at an image");
        List<Node> nodes = graph.trained().nodes();
        Map<String, Integer> channels = graph.channels();
        List<Dl4jCounterpart> counterparts = counterparts(nodes, channels);
        GraphBuilder builder = new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs(Architecture.IMAGE)
                .validateOutputLayerConfig(false);
        Set<String> outputs = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            counterparts.get(i).add(builder, node.name(), read(node, counterparts.get(i), nodes, builder));
            node.inputs().forEach(outputs::remove);
            outputs.add(node.name());
        }
        ComputationGraph network = new ComputationGraph(builder.setOutputs(
                        nodes.stream().map(Node::name).filter(outputs::contains).toArray(String[]::new))
                .build());
        network.init();
        try (TensorScope scope = new TensorScope()) {
            for (int i = 0; i < nodes.size(); i++) {
                fill(network, nodes.get(i).name(), counterparts.get(i), scope);
            }
        }
        return network;
    }

    /**
     * Writes it as a zip, which Deeplearning4j and {@link Dl4jImporter} read; the stream stays open.
     *
     * @throws UnreadableException as {@link #network}
     */
    public static void write(Graph graph, OutputStream out) throws IOException, UnreadableException {
        ModelSerializer.writeModel(network(graph), out, false);
    }

    /** What a vertex reads: a copy where it would work in a map that others read as well. */
    private static String[] read(Node node, Dl4jCounterpart counterpart, List<Node> nodes, GraphBuilder builder) {
        String first = node.inputs().get(0);
        boolean shared = first.equals(Architecture.IMAGE)
                || nodes.stream()
                                .filter(other -> other.inputs().contains(first))
                                .count()
                        > 1;
        if (!counterpart.inPlace() || !shared) {
            return node.inputs().toArray(String[]::new);
        }
        String copy = node.name() + "/copy";
        builder.addVertex(copy, new ScaleVertex(1), first);
        return new String[] {copy};
    }

    private static List<Dl4jCounterpart> counterparts(List<Node> nodes, Map<String, Integer> channels)
            throws UnreadableException {
        List<Dl4jCounterpart> counterparts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Node node : nodes) {
            int before = Objects.requireNonNull(channels.get(node.inputs().get(0)));
            Dl4jCounterpart.of(node.operation(), before)
                    .ifPresentOrElse(
                            counterparts::add,
                            () -> missing.add(node.name() + " ("
                                    + node.operation().description().word() + ")"));
        }
        if (!missing.isEmpty()) {
            throw new UnreadableException("has layers that Deeplearning4j lacks: " + String.join(", ", missing)
                    + "; give a network of the layers before them");
        }
        return counterparts;
    }

    private static void fill(ComputationGraph network, String name, Dl4jCounterpart counterpart, TensorScope scope) {
        counterpart.numbers().forEach((key, values) -> {
            Layer layer = network.getLayer(name);
            layer.getParam(key).assign(values.apply(scope));
        });
    }
}

package lichen.model.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.MapShape;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Input;
import lichen.model.graph.Node;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Turns a graph into a program: first the forward kernels, then the backward kernels in reverse. Say what is wanted, then
 * {@link #compile}. Numbers that no {@link Parameters} hold are those of the graph, for good.
 *
 * <pre>{@code
 * Program program = Compiler.of(generator).batch(8).learning(parameters).compile(List.of("image"), scope);
 * }</pre>
 */
public final class Compiler {
    /** Gradients, work, and what the native gradient of a convolution copies: input, its gradient and the output's. */
    private static final int WIDEST = 7;

    private final Graph graph;
    private final ProgramNumbers numbers = new ProgramNumbers();
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, Size> sizes = new LinkedHashMap<>();
    private int batch = 1;
    private Border border = Border.NETWORK;

    private Compiler(Graph graph) {
        this.graph = graph;
        for (Input input : graph.inputs()) {
            input.size().ifPresent(size -> sizes.put(input.name(), size));
        }
    }

    /** Begins with single images, no gradients, and the borders that each layer says. */
    public static Compiler of(Graph graph) {
        return new Compiler(graph);
    }

    /** For batches of so many. */
    public Compiler batch(int images) {
        batch = Require.atLeast(1, "batch", images);
        return this;
    }

    /** Tells the extents of an input that takes any. */
    public Compiler size(String input, Size size) {
        sizes.put(input, size);
        return this;
    }

    /** Tells how images go on beyond their border. */
    public Compiler border(Border other) {
        border = other;
        return this;
    }

    /** Lets a pullback give the gradient of an input. */
    public Compiler gradientOf(String input) {
        wanted.add(input);
        return this;
    }

    /** Lets a pullback leave the gradient of all that is learned of these numbers in them. */
    public Compiler learning(Parameters parameters) {
        numbers.add(parameters, true);
        return this;
    }

    /** Computes with numbers that others change, and takes no gradient of them. */
    public Compiler reading(Parameters parameters) {
        numbers.add(parameters, false);
        return this;
    }

    /**
     * Prepares a program.
     *
     * @param outputs the nodes or inputs to read; nothing that they do not depend on is computed
     * @param scope owner of the buffers: the program works as long as it is open
     * @throws lichen.core.check.InvalidValueException if the inputs are too small or do not fit, or cannot have this border
     */
    public Program compile(List<String> outputs, TensorScope scope) {
        Map<String, MapShape> inputs = inputs();
        List<Node> nodes = Bordered.rewrite(graph.ancestors(outputs), inputs, border);
        Map<String, MapShape> shapes = Shapes.of(nodes, inputs);
        NodeOutputs activations = new NodeOutputs();
        for (Input input : graph.inputs()) {
            activations.put(input.name(), array(shapes, input.name(), scope));
        }
        FeatureMaps given = activations.select(List.copyOf(inputs.keySet()));
        ForwardPass forward = new ForwardPass(activations, new Bench.Supplies(numbers, new BufferPool(scope), scope));
        for (Node node : nodes) {
            forward.add(node, array(shapes, node.name(), scope));
        }
        BackwardPass backward = new BackwardPass(nodes, outputs, wanted, forward);
        backward.compile();
        return new Program(given, activations.select(outputs), forward, backward);
    }

    /**
     * The native memory in bytes that a program takes which learns, to within a few per cent.
     *
     * @throws lichen.core.check.InvalidValueException as {@link #compile}
     */
    public long bytes(List<String> outputs) {
        List<Node> nodes = graph.ancestors(outputs);
        Map<String, MapShape> shapes = Shapes.of(nodes, inputs());
        long all = 0;
        long widest = 0;
        for (MapShape shape : shapes.values()) {
            long numbersOfShape = shape.height() * shape.width() * shape.channels();
            all += numbersOfShape;
            widest = Math.max(widest, numbersOfShape);
        }
        long gathered = nodes.stream()
                .mapToLong(node -> node.operation().workspace(Shapes.before(node, shapes)))
                .sum();
        return (batch * (all + WIDEST * widest) + gathered) * Float.BYTES;
    }

    /** The shapes of inputs, and of all nodes that these depend on, by name, each without the batch. */
    public Map<String, MapShape> shapes(List<String> outputs) {
        Map<String, MapShape> inputs = inputs();
        return Shapes.of(Bordered.rewrite(graph.ancestors(outputs), inputs, border), inputs);
    }

    private Map<String, MapShape> inputs() {
        Map<String, MapShape> shapes = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Input input : graph.inputs()) {
            Size size = sizes.get(input.name());
            if (size == null) {
                unknown.add(input.name());
            } else {
                shapes.put(input.name(), new MapShape(size.height(), size.width(), input.channels()));
            }
        }
        Require.that(unknown.isEmpty(), "inputs", "must all have a size, but these have none: " + unknown);
        return shapes;
    }

    private INDArray array(Map<String, MapShape> shapes, String name, TensorScope scope) {
        MapShape shape = Objects.requireNonNull(shapes.get(name));
        return scope.array(batch, shape.height(), shape.width(), shape.channels());
    }
}

package lichen.model.program;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import lichen.core.check.Require;
import lichen.core.npy.NdArray;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The numbers of a network in training, by name ({@code conv1/weights}): those that are learned and their gradients, each as
 * one vector, and those that are not: frozen ones, and statistics that follow what is seen. Nodes that share numbers have them
 * here once. Programs compute with them as they are; several programs may read them, of this network or of others.
 */
public final class Parameters {
    private final Graph graph;
    private final NamedViews learned;
    private final NamedViews gradients;
    private final NamedViews followed;
    private final NamedViews frozen;

    private Parameters(Graph graph, Predicate<String> frozen, TensorScope scope) {
        this.graph = graph;
        Map<String, long[]> learnedShapes = new LinkedHashMap<>();
        Map<String, long[]> followedShapes = new LinkedHashMap<>();
        Map<String, long[]> frozenShapes = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            node.operation().numbers().forEach((name, array) -> {
                Map<String, long[]> statistics =
                        node.operation().followed().contains(name) ? followedShapes : learnedShapes;
                (frozen.test(node.number(name)) ? frozenShapes : statistics).put(node.number(name), shape(array));
            });
        }
        this.learned = new NamedViews(learnedShapes, scope);
        this.gradients = new NamedViews(learnedShapes, scope);
        this.followed = new NamedViews(followedShapes, scope);
        this.frozen = new NamedViews(frozenShapes, scope);
        for (Node node : graph.nodes()) {
            if (node.owner().equals(node.name())) {
                node.operation()
                        .numbers()
                        .forEach((name, array) -> HostMemory.write(array.values(), value(node.number(name))));
            }
        }
    }

    /** All numbers of a network, as they are in it, to be learned. */
    public static Parameters of(Graph graph, TensorScope scope) {
        return of(graph, name -> false, scope);
    }

    /**
     * The numbers of a network, as they are in it.
     *
     * @param frozen which of them stay as they are, by name
     * @param scope owner of the arrays
     */
    public static Parameters of(Graph graph, Predicate<String> frozen, TensorScope scope) {
        return new Parameters(graph, frozen, scope);
    }

    /** The network with the numbers as they are now: copies. */
    public Graph graph() {
        return graph.with(node -> {
            Map<String, NdArray<float[]>> numbers = new LinkedHashMap<>();
            node.operation()
                    .numbers()
                    .forEach((name, array) -> numbers.put(
                            name, NdArray.of(HostMemory.toFloats(value(node.number(name))), array.shape())));
            return node.with(node.operation().with(numbers));
        });
    }

    /** All that is learned as one vector: to be changed in place. */
    public INDArray values() {
        return learned.all();
    }

    /** The gradient of {@link #values}, as the last pullback of a program that learns left it. */
    public INDArray gradients() {
        return gradients.all();
    }

    /** Some numbers by name, in their shape: the same memory. */
    public INDArray value(String name) {
        return group(name).view(name);
    }

    /** The gradient of numbers that are learned, in their shape: the same memory. */
    public INDArray gradient(String name) {
        return gradients.view(name);
    }

    /** Fresh copies of all numbers by name, first those that are learned. */
    public Map<String, NdArray<?>> arrays() {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>(learned.copy());
        arrays.putAll(followed.copy());
        arrays.putAll(frozen.copy());
        return arrays;
    }

    /**
     * Sets all numbers.
     *
     * @param arrays those of {@link #arrays()}, or more
     * @throws lichen.core.check.InvalidValueException if one is missing or has another shape
     */
    public void restore(Map<String, NdArray<?>> arrays) {
        learned.restore(arrays);
        followed.restore(arrays);
        frozen.restore(arrays);
    }

    /** All that is learned as a point to begin at: a copy, in the order of {@link #values}. */
    public double[] point() {
        return HostMemory.toDoubles(values());
    }

    /** Sets all that is learned. */
    public void set(double[] point) {
        HostMemory.write(point, values());
    }

    /** Copies of the statistics that follow what was seen, by name. */
    public Map<String, double[]> statistics() {
        Map<String, double[]> statistics = new LinkedHashMap<>();
        followed.names().forEach(name -> statistics.put(name, HostMemory.toDoubles(followed.view(name))));
        return statistics;
    }

    /**
     * Sets these statistics.
     *
     * @throws lichen.core.check.InvalidValueException if there is none of a name, or it has another length
     */
    public void follow(Map<String, double[]> statistics) {
        statistics.forEach((name, values) -> {
            INDArray view = followed.view(name);
            Require.that(
                    view.length() == values.length,
                    name,
                    "must hold " + view.length() + " numbers, but holds " + values.length
                            + ": the state is of another network");
            HostMemory.write(values, view);
        });
    }

    private NamedViews group(String name) {
        if (learned.has(name)) {
            return learned;
        }
        return followed.has(name) ? followed : frozen;
    }

    boolean has(String name) {
        return group(name).has(name);
    }

    /** The names of all that is learned. */
    public Set<String> learned() {
        return learned.names();
    }

    boolean isLearned(String name) {
        return learned.has(name);
    }

    private static long[] shape(NdArray<float[]> array) {
        int[] shape = Objects.requireNonNull(array).shape();
        long[] wide = new long[shape.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = shape[i];
        }
        return wide;
    }
}

package lichen.model.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lichen.core.npy.NdArray;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Node;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Where a program finds the numbers of its nodes: in {@link Parameters}, or, if they are in none, in the graph, for good. */
final class ProgramNumbers {
    private final List<Parameters> read = new ArrayList<>();
    private final List<Parameters> learned = new ArrayList<>();
    private final Map<String, INDArray> fixed = new HashMap<>();

    /** Adds numbers that may change, with gradients or without. */
    void add(Parameters parameters, boolean learning) {
        read.add(parameters);
        if (learning) {
            learned.add(parameters);
        }
    }

    INDArray value(Node node, String number, TensorScope scope) {
        String name = node.number(number);
        return source(name)
                .map(parameters -> parameters.value(name))
                .orElseGet(() -> fixed.computeIfAbsent(name, n -> tensor(node, number, scope)));
    }

    boolean areFixed(Node node) {
        return node.operation().numbers().keySet().stream()
                .allMatch(number -> source(node.number(number)).isEmpty());
    }

    /** Where the gradient goes; empty if none is wanted. */
    Optional<INDArray> gradient(Node node, String number) {
        String name = node.number(number);
        return source(name)
                .filter(parameters -> learned.contains(parameters) && parameters.isLearned(name))
                .map(parameters -> parameters.gradient(name));
    }

    /** Whether a gradient of any of a node's numbers is wanted. */
    boolean areLearned(Node node) {
        return node.operation().numbers().keySet().stream()
                .anyMatch(number -> gradient(node, number).isPresent());
    }

    /** Where gradients would go that nobody leaves: of numbers that are learned, but not these. */
    List<INDArray> gradientsBeside(Set<String> names) {
        List<INDArray> others = new ArrayList<>();
        for (Parameters parameters : learned) {
            parameters.learned().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> others.add(parameters.gradient(name)));
        }
        return others;
    }

    private Optional<Parameters> source(String name) {
        return read.stream().filter(parameters -> parameters.has(name)).findFirst();
    }

    private static INDArray tensor(Node node, String number, TensorScope scope) {
        NdArray<float[]> array =
                Objects.requireNonNull(node.operation().numbers().get(number));
        return scope.of(
                array.values(), Arrays.stream(array.shape()).asLongStream().toArray());
    }
}

package lichen.model.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lichen.core.tensor.Kernel;
import lichen.model.graph.Node;
import lichen.model.operation.Gradients;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The backward pass in the making: nodes in reverse order, each carrying its gradient to those of its inputs that want one.
 *
 * <p>Two things are fused. A gradient that enters at a tap and is the same at every pixel becomes the bias of the
 * convolution that writes there. And where a convolution reads a scaled layer that nobody else reads, its gradient is
 * carried to the layer below the scaling at once, with scaled weights.
 */
final class BackwardPass {
    private final List<Node> nodes;
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final List<String> outputs;
    private final Set<String> inputs;
    private final Set<String> wanted = new HashSet<>();
    private final ForwardPass forward;
    private final ProgramNumbers numbers;
    private final BufferPool pool;

    private final Map<String, INDArray> gradients = new HashMap<>();
    private final Map<String, INDArray> constants = new HashMap<>();
    private final Set<String> carriesConstant = new HashSet<>();
    private final Set<String> learned = new HashSet<>();
    private final List<TapPoint> taps = new ArrayList<>();
    private final List<Program.BackwardStep> steps = new ArrayList<>();

    /**
     * Begins with the nodes of the forward pass.
     *
     * @param outputs where gradients enter
     * @param inputs those whose gradients are wanted
     */
    BackwardPass(List<Node> nodes, List<String> outputs, Set<String> inputs, ForwardPass forward) {
        this.nodes = nodes;
        this.outputs = outputs;
        this.inputs = inputs;
        this.forward = forward;
        this.numbers = forward.supplies().numbers();
        this.pool = forward.supplies().pool();
        wanted.addAll(inputs);
        for (Node node : nodes) {
            byName.put(node.name(), node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
            if (numbers.areLearned(node) || node.inputs().stream().anyMatch(wanted::contains)) {
                wanted.add(node.name());
            }
        }
        for (String output : outputs) {
            constants.put(
                    output, forward.supplies().scope().array(activation(output).size(3)));
        }
    }

    /** Adds all steps. */
    void compile() {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            enterTap(node.name());
            if (gradients.containsKey(node.name())) {
                Place place = new Place(node, gradient(node.name()));
                forward.back(node).carry(place);
                place.leave();
            }
        }
        for (String input : inputs) {
            enterTap(input);
            gradients.computeIfAbsent(input, this::zeros);
        }
        numbers.gradientsBeside(learned).forEach(gradient -> add(() -> gradient.assign(0)));
    }

    List<Program.BackwardStep> steps() {
        return steps;
    }

    List<TapPoint> taps() {
        return taps;
    }

    /** Where the gradients of the inputs are that are wanted, by name. */
    Map<String, INDArray> gradients() {
        Map<String, INDArray> ofInputs = new LinkedHashMap<>();
        inputs.forEach(input -> ofInputs.put(input, gradient(input)));
        return ofInputs;
    }

    private void enterTap(String name) {
        if (!outputs.contains(name) || !wanted.contains(name)) {
            return;
        }
        boolean fromAbove = gradients.containsKey(name);
        INDArray gradient = gradients.computeIfAbsent(name, this::take);
        TapPoint tap = new TapPoint(
                name, activation(name), gradient, constant(name), fromAbove, carriesConstant.contains(name));
        taps.add(tap);
        steps.add(tap::enter);
    }

    private INDArray take(String name) {
        return pool.take(activation(name).shape());
    }

    private INDArray zeros(String name) {
        INDArray zeros = take(name);
        add(() -> zeros.assign(0));
        return zeros;
    }

    private void add(Kernel kernel) {
        steps.add(cotangent -> kernel.run());
    }

    private INDArray activation(String name) {
        return forward.activations().of(name);
    }

    private INDArray gradient(String name) {
        return Objects.requireNonNull(gradients.get(name));
    }

    private INDArray constant(String name) {
        return Objects.requireNonNull(constants.get(name));
    }

    /** A gradient that is to be added to another. */
    private record Part(INDArray sum, INDArray summand) {}

    /** What the way back through a node meets. */
    private final class Place extends Bench implements Gradients {
        private final Node node;
        private final INDArray gradient;
        private final List<Part> parts = new ArrayList<>();
        private boolean passed;

        Place(Node node, INDArray gradient) {
            super(node, forward.supplies());
            this.node = node;
            this.gradient = gradient;
        }

        /** Adds up what meets, and lets others work in what is free now. */
        void leave() {
            for (Part part : parts) {
                add(() -> part.sum.addi(part.summand));
                pool.give(part.summand);
            }
            if (!passed) {
                pool.give(gradient);
            }
        }

        @Override
        public INDArray gradient() {
            return gradient;
        }

        @Override
        public boolean wants(int input) {
            return wanted.contains(node.inputs().get(input));
        }

        @Override
        public INDArray of(int input) {
            return target(node.inputs().get(input));
        }

        /** The gradient itself where there is none yet, else a part that is added to it. */
        private INDArray target(String name) {
            if (!gradients.containsKey(name)) {
                INDArray first = BackwardPass.this.take(name);
                gradients.put(name, first);
                return first;
            }
            return part(BackwardPass.this.gradient(name));
        }

        private INDArray part(INDArray sum) {
            INDArray part = pool.take(sum.shape());
            parts.add(new Part(sum, part));
            return part;
        }

        @Override
        public void pass(int count) {
            for (int i = 0; i < count; i++) {
                String name = node.inputs().get(i);
                if (!wants(i)) {
                    continue;
                }
                if (gradients.containsKey(name)) {
                    INDArray sum = BackwardPass.this.gradient(name);
                    add(() -> sum.addi(gradient));
                } else if (i == count - 1) {
                    gradients.put(name, gradient);
                    passed = true;
                } else {
                    INDArray copy = of(i);
                    add(() -> copy.assign(gradient));
                }
            }
        }

        @Override
        public boolean wants(String number) {
            return numbers.gradient(node, number).isPresent();
        }

        @Override
        public INDArray of(String number) {
            INDArray sum = numbers.gradient(node, number).orElseThrow();
            return learned.add(node.number(number)) ? sum : part(sum);
        }

        @Override
        public boolean areNumbersFixed() {
            return numbers.areFixed(node);
        }

        @Override
        public Route through(int input) {
            String target = node.inputs().get(input);
            List<float[]> scales = new ArrayList<>();
            while (canSkip(target)) {
                Node scaling = Objects.requireNonNull(byName.get(target));
                scales.add(scaling.operation().scaling().orElseThrow());
                target = scaling.inputs().get(0);
            }
            boolean first = !gradients.containsKey(target);
            Optional<INDArray> constant =
                    first && constants.containsKey(target) ? Optional.of(constant(target)) : Optional.empty();
            if (constant.isPresent()) {
                carriesConstant.add(target);
            }
            return new Route(target(target), scales, constant);
        }

        /** Whether a layer is a scaling, for good, that only one convolution reads. */
        private boolean canSkip(String name) {
            Node below = byName.get(name);
            return below != null
                    && below.operation().scaling().isPresent()
                    && numbers.areFixed(below)
                    && !outputs.contains(name)
                    && Objects.requireNonNull(readers.get(name)) == 1;
        }

        @Override
        public void run(Kernel kernel) {
            add(kernel);
        }
    }
}

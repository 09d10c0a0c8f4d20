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
import lichen.core.feature.Architecture;
import lichen.core.tensor.Channels;
import lichen.core.tensor.Conv2d;
import lichen.core.tensor.DepthwiseConv2d;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Kernel;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Node;
import lichen.model.graph.Operation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The backward pass: nodes in reverse order, each carrying its gradient to its inputs.
 *
 * <p>Two things are fused. A gradient that enters at a tap and is the same at every pixel becomes the bias of the
 * convolution that writes there. And where a convolution reads a scaled layer that nobody else reads, its gradient is
 * carried to the layer below the scaling at once, with scaled weights.
 */
final class BackwardCompiler {
    private final List<Node> nodes;
    private final Map<String, Node> byName = new HashMap<>();
    private final Map<String, Integer> readers = new HashMap<>();
    private final List<String> tapNames;
    private final Map<String, INDArray> activations;
    private final TensorScope scope;
    private final BufferPool pool;

    private final Map<String, INDArray> gradients = new HashMap<>();
    private final Map<String, INDArray> constants = new HashMap<>();
    private final Set<String> carriesConstant = new HashSet<>();
    private final Map<String, Tap> taps = new LinkedHashMap<>();
    private final List<Program.BackwardStep> steps = new ArrayList<>();

    BackwardCompiler(List<Node> nodes, List<String> taps, Map<String, INDArray> activations, TensorScope scope) {
        this.nodes = nodes;
        this.tapNames = taps;
        this.activations = activations;
        this.scope = scope;
        this.pool = new BufferPool(scope);
        for (Node node : nodes) {
            byName.put(node.name(), node);
            node.inputs().forEach(input -> readers.merge(input, 1, Integer::sum));
        }
        for (String tap : taps) {
            constants.put(tap, scope.array(activation(tap).size(3)));
        }
    }

    Program compile(INDArray image, List<Kernel> forward) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            enterTap(node.name());
            if (gradients.containsKey(node.name())) {
                INDArray gradient = gradient(node.name());
                carryBack(node, gradient);
                pool.give(gradient);
            }
        }
        enterTap(Architecture.IMAGE);
        List<Tap> ordered = tapNames.stream()
                .map(name -> Objects.requireNonNull(taps.get(name)))
                .toList();
        return new Program(image, gradient(Architecture.IMAGE), forward, steps, ordered);
    }

    private void enterTap(String name) {
        if (!tapNames.contains(name)) {
            return;
        }
        boolean fromAbove = gradients.containsKey(name);
        INDArray gradient =
                gradients.computeIfAbsent(name, n -> pool.take(activation(n).shape()));
        Tap tap = new Tap(name, activation(name), gradient, constant(name), fromAbove, carriesConstant.contains(name));
        taps.put(name, tap);
        steps.add(tap::enter);
    }

    private void carryBack(Node node, INDArray gradient) {
        Operation operation = node.operation();
        String input = node.inputs().get(0);
        if (operation instanceof Operation.Convolve convolve) {
            if (convolve.relu()) {
                mask(node.name(), gradient);
            }
            carryThroughConvolution(input, convolve, gradient);
        } else if (operation instanceof Operation.ScaleShift affine) {
            INDArray scale = scope.of(affine.scale(), affine.scale().length);
            write(input, target -> Elementwise.scaleEachChannel(gradient, scale, target));
        } else if (operation instanceof Operation.ConvolveDepthwise convolve) {
            INDArray weights = ForwardStep.depthwise(convolve, scope);
            write(
                    input,
                    target -> DepthwiseConv2d.inputGradient(gradient, weights, convolve.geometry(), target, scope));
        } else if (operation instanceof Operation.Add) {
            node.inputs().forEach(summand -> write(summand, target -> () -> target.assign(gradient)));
        } else if (operation instanceof Operation.Relu relu) {
            mask(node.name(), gradient);
            if (!Float.isInfinite(relu.maximum())) {
                maskAbove(node.name(), relu.maximum(), gradient);
            }
            write(input, target -> () -> target.assign(gradient));
        } else if (operation instanceof Operation.Pool pooling) {
            write(
                    input,
                    target -> Pooling.inputGradient(
                            pooling.kind(), activation(input), gradient, pooling.geometry(), target));
        } else if (operation instanceof Operation.Extend extend) {
            write(input, target -> Extension.inputGradient(extend.kind(), extend.margins(), gradient, target));
        } else {
            long first = 0;
            for (String part : node.inputs()) {
                long from = first;
                write(part, target -> Channels.slice(gradient, from, target));
                first += activation(part).size(3);
            }
        }
    }

    private void mask(String name, INDArray gradient) {
        INDArray mask = pool.take(gradient.shape());
        add(Elementwise.reluGradient(activation(name), gradient, mask));
        pool.give(mask);
    }

    private void maskAbove(String name, float maximum, INDArray gradient) {
        INDArray mask = pool.take(gradient.shape());
        add(Elementwise.maximumGradient(activation(name), maximum, gradient, mask));
        pool.give(mask);
    }

    private void carryThroughConvolution(String input, Operation.Convolve convolve, INDArray gradient) {
        INDArray weights = ForwardStep.tensor(convolve.weights(), scope);
        String target = input;
        while (canSkip(target)) {
            Node scaling = Objects.requireNonNull(byName.get(target));
            float[] scale = ((Operation.ScaleShift) scaling.operation()).scale();
            Elementwise.scaleLastAxis(weights, scope.of(scale, scale.length));
            target = scaling.inputs().get(0);
        }
        boolean first = !gradients.containsKey(target);
        Optional<INDArray> constant =
                first && constants.containsKey(target) ? Optional.of(constant(target)) : Optional.empty();
        if (constant.isPresent()) {
            carriesConstant.add(target);
        }
        write(target, output -> Conv2d.inputGradient(gradient, weights, constant, convolve.geometry(), output, scope));
    }

    /** Whether a layer is a scaling that only one convolution reads. */
    private boolean canSkip(String name) {
        Node node = byName.get(name);
        return node != null
                && node.operation() instanceof Operation.ScaleShift
                && !tapNames.contains(name)
                && Objects.requireNonNull(readers.get(name)) == 1;
    }

    private interface Writer {
        Kernel into(INDArray target);
    }

    /** Writes a gradient where none is yet, or adds to what is there. */
    private void write(String name, Writer writer) {
        if (!gradients.containsKey(name)) {
            INDArray target = pool.take(activation(name).shape());
            gradients.put(name, target);
            add(writer.into(target));
            return;
        }
        INDArray sum = gradient(name);
        INDArray part = pool.take(sum.shape());
        add(writer.into(part));
        add(() -> sum.addi(part));
        pool.give(part);
    }

    private void add(Kernel kernel) {
        steps.add(cotangent -> kernel.run());
    }

    private INDArray activation(String name) {
        return Objects.requireNonNull(activations.get(name));
    }

    private INDArray gradient(String name) {
        return Objects.requireNonNull(gradients.get(name));
    }

    private INDArray constant(String name) {
        return Objects.requireNonNull(constants.get(name));
    }
}

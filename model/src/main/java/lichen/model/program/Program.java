package lichen.model.program;

import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.Kernel;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network at work on batches of one size, as a map from its inputs to its outputs, both by name. An evaluation is a list of
 * kernels over buffers that exist; so is its pullback, which reads the activations of the last evaluation. A pullback gives
 * the gradients of the inputs that were asked for, and leaves those of numbers in their {@link Parameters}.
 *
 * <p>Arrays handed out belong to the program and hold until the next evaluation. Not thread safe.
 */
public final class Program implements Differentiable<FeatureMaps, FeatureMaps> {
    private final FeatureMaps inputs;
    private final FeatureMaps outputs;
    private final FeatureMaps gradients;
    private final List<Kernel> training;
    private final List<Kernel> trained;
    private final List<Kernel> tracking;
    private final List<BackwardStep> backward;
    private final List<TapPoint> taps;

    /** Puts a program together from two passes that are complete. */
    Program(FeatureMaps inputs, FeatureMaps outputs, ForwardPass forward, BackwardPass back) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.gradients = new FeatureMaps(back.gradients());
        this.training = List.copyOf(forward.training());
        this.trained = List.copyOf(forward.trained());
        this.tracking = List.copyOf(forward.tracking());
        this.backward = List.copyOf(back.steps());
        this.taps = List.copyOf(back.taps());
    }

    /** A part of the backward pass: may read gradients that enter at taps. */
    @FunctionalInterface
    interface BackwardStep {
        void run(FeatureMaps cotangent);
    }

    /** The buffer of an input, {@code [N,H,W,C]}: whoever fills it may leave that input out. */
    public INDArray input(String name) {
        return inputs.layer(name);
    }

    /**
     * Evaluates the network as it is while it learns: batch normalisation by the batch's own statistics.
     *
     * @param x inputs, each in the shape of its buffer; one that is left out is as it stands there
     */
    @Override
    public Evaluation<FeatureMaps, FeatureMaps> at(FeatureMaps x) {
        run(x, training);
        return new Evaluation<>(outputs, this::pullBack);
    }

    /** What the network makes of inputs once it is trained: batch normalisation by the running statistics. */
    public FeatureMaps trained(FeatureMaps x) {
        run(x, trained);
        return outputs;
    }

    /** Lets running statistics follow those of the last evaluation. */
    public void track() {
        tracking.forEach(Kernel::run);
    }

    private void run(FeatureMaps x, List<Kernel> kernels) {
        for (Map.Entry<String, INDArray> input : inputs.layers().entrySet()) {
            @Nullable INDArray given = x.layers().get(input.getKey());
            if (given != null) {
                Require.that(
                        given.equalShapes(input.getValue()),
                        input.getKey(),
                        "must have the size that the program was compiled for: "
                                + input.getValue().shapeInfoToString());
                input.getValue().assign(given);
            }
        }
        for (Kernel kernel : kernels) {
            kernel.run();
        }
    }

    private FeatureMaps pullBack(FeatureMaps cotangent) {
        for (TapPoint tap : taps) {
            tap.prepare(cotangent);
        }
        for (BackwardStep step : backward) {
            step.run(cotangent);
        }
        return gradients;
    }
}

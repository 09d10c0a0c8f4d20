package lichen.model.train;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.npy.NdArray;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.program.NamedViews;
import lichen.model.program.Parameters;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;

/** {@link Adam} at work on a network: ND4J's updater on all learned numbers at once, and its memory. */
final class AdamSteps {
    private static final String MEAN = "adam/mean";
    private static final String MEAN_SQUARE = "adam/mean-square";

    private final Adam adam;
    private final Parameters parameters;
    private final org.nd4j.linalg.learning.config.Adam rule;
    private final AdamUpdater updater;
    private final NamedViews memory;

    AdamSteps(Adam adam, Parameters parameters, TensorScope scope) {
        this.adam = adam;
        this.parameters = parameters;
        this.rule = new org.nd4j.linalg.learning.config.Adam(
                adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
        this.updater = new AdamUpdater(rule);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put(MEAN, parameters.values().shape());
        shapes.put(MEAN_SQUARE, parameters.values().shape());
        this.memory = new NamedViews(shapes, scope);
        updater.setState(
                Map.of(
                        AdamUpdater.M_STATE, memory.view(MEAN),
                        AdamUpdater.V_STATE, memory.view(MEAN_SQUARE)),
                false);
    }

    /**
     * The length of the gradient, all numbers together; infinite or not a number if one of them is.
     */
    double gradientNorm() {
        return Math.sqrt(HostMemory.squaredNorm(parameters.gradients()));
    }

    /**
     * Changes the parameters along its gradient, which is used up.
     *
     * @param step counted from 0
     * @param gradientNorm its length
     */
    void take(long step, double gradientNorm) {
        INDArray gradient = parameters.gradients();
        adam.clipNorm().ifPresent(limit -> {
            if (gradientNorm > limit) {
                gradient.muli(limit / gradientNorm);
            }
        });
        rule.setLearningRate(adam.rate(step));
        updater.applyUpdater(gradient, Math.toIntExact(step), 0);
        parameters.values().subi(gradient);
    }

    Map<String, NdArray<?>> copy() {
        return memory.copy();
    }

    void restore(Map<String, NdArray<?>> arrays) {
        memory.restore(arrays);
    }
}

package lichen.model.train;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.npy.NdArray;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.AdamUpdater;

/** {@link Adam} at work on a network: ND4J's updater on all learned numbers at once, and its memory. */
final class AdamSteps {
    private static final String MEAN = "adam/mean";
    private static final String MEAN_SQUARE = "adam/mean-square";

    private final Adam adam;
    private final TrainableNetwork network;
    private final org.nd4j.linalg.learning.config.Adam rule;
    private final AdamUpdater updater;
    private final Segments memory;

    AdamSteps(Adam adam, TrainableNetwork network, TensorScope scope) {
        this.adam = adam;
        this.network = network;
        this.rule = new org.nd4j.linalg.learning.config.Adam(
                adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
        this.updater = new AdamUpdater(rule);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put(MEAN, network.values().shape());
        shapes.put(MEAN_SQUARE, network.values().shape());
        this.memory = new Segments(shapes, scope);
        updater.setState(
                Map.of(
                        AdamUpdater.M_STATE, memory.view(MEAN),
                        AdamUpdater.V_STATE, memory.view(MEAN_SQUARE)),
                false);
    }

    /**
     * The length of the network's gradient, all numbers together; infinite or not a number if one of them is.
     */
    double gradientNorm() {
        return Math.sqrt(HostMemory.squaredNorm(network.gradients()));
    }

    /**
     * Changes the network along its gradient, which is used up.
     *
     * @param step counted from 0
     * @param gradientNorm its length
     */
    void take(long step, double gradientNorm) {
        INDArray gradient = network.gradients();
        adam.clipNorm().ifPresent(limit -> {
            if (gradientNorm > limit) {
                gradient.muli(limit / gradientNorm);
            }
        });
        rule.setLearningRate(adam.rate(step));
        updater.applyUpdater(gradient, Math.toIntExact(step), 0);
        network.values().subi(gradient);
    }

    Map<String, NdArray<?>> copy() {
        return memory.copy();
    }

    void restore(Map<String, NdArray<?>> arrays) {
        memory.restore(arrays);
    }
}

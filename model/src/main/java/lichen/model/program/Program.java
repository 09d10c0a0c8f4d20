package lichen.model.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.check.Require;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.Kernel;
import lichen.core.tensor.Nhwc;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network at work on images of one size. An evaluation is a list of kernels over buffers that exist; so is its pullback.
 * The pullback reads the activations of the last evaluation.
 */
final class Program implements Differentiable<INDArray, FeatureMaps> {
    private final INDArray image;
    private final INDArray gradient;
    private final List<Kernel> forward;
    private final List<BackwardStep> backward;
    private final List<Tap> taps;
    private final FeatureMaps maps;

    /**
     * Puts a program together.
     *
     * @param image where the forward kernels read the image
     * @param gradient where the backward kernels leave its gradient
     */
    Program(INDArray image, INDArray gradient, List<Kernel> forward, List<BackwardStep> backward, List<Tap> taps) {
        this.image = image;
        this.gradient = gradient;
        this.forward = List.copyOf(forward);
        this.backward = List.copyOf(backward);
        this.taps = List.copyOf(taps);
        Map<String, INDArray> activations = new LinkedHashMap<>();
        taps.forEach(tap -> activations.put(tap.name(), tap.activation()));
        this.maps = new FeatureMaps(activations);
    }

    /** A part of the backward pass: may read gradients that enter at taps. */
    @FunctionalInterface
    interface BackwardStep {
        void run(FeatureMaps cotangent);
    }

    @Override
    public Evaluation<INDArray, FeatureMaps> at(INDArray x) {
        Nhwc.requireImage(x);
        Require.that(
                x.equalShapes(image),
                "image",
                "must have the size that the program was compiled for: " + image.shapeInfoToString());
        image.assign(x);
        for (Kernel kernel : forward) {
            kernel.run();
        }
        return new Evaluation<>(maps, this::pullBack);
    }

    private INDArray pullBack(FeatureMaps cotangent) {
        for (Tap tap : taps) {
            tap.prepare(cotangent);
        }
        for (BackwardStep step : backward) {
            step.run(cotangent);
        }
        return gradient;
    }
}

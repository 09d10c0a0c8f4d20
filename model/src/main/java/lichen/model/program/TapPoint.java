package lichen.model.program;

import java.util.Optional;
import lichen.core.check.Require;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.Kernel;
import lichen.core.tensor.Nhwc;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer that is read, and where gradients enter the backward pass.
 *
 * <p>A gradient that is the same at every pixel enters as the bias of the convolution that carries back the gradient of the
 * layers above: at no cost. Others are added to what came from above.
 */
final class TapPoint {
    private final String name;
    private final INDArray activation;
    private final INDArray gradient;
    private final INDArray constant;
    private final boolean fromAbove;
    private final boolean constantEnters;
    private final Kernel addConstant;

    /**
     * A tap.
     *
     * @param activation the layer's maps
     * @param gradient where the layer's gradient is collected
     * @param constant {@code [C]}: a gradient that is the same at every pixel
     * @param fromAbove whether layers above write into the gradient before this tap adds to it
     * @param constantEnters whether what they write includes the constant
     */
    TapPoint(
            String name,
            INDArray activation,
            INDArray gradient,
            INDArray constant,
            boolean fromAbove,
            boolean constantEnters) {
        this.name = name;
        this.activation = activation;
        this.gradient = gradient;
        this.constant = constant;
        this.fromAbove = fromAbove;
        this.constantEnters = constantEnters;
        this.addConstant = Elementwise.addToEachPixel(gradient, constant);
    }

    /** Sets the constant for the kernels that include it. */
    void prepare(FeatureMaps cotangent) {
        Optional<INDArray> entry = entry(cotangent);
        if (entry.isPresent() && isConstant(entry.orElseThrow())) {
            constant.assign(entry.orElseThrow().reshape(constant.length()));
        } else {
            constant.assign(0);
        }
    }

    /** Adds what enters here to what came from above. */
    void enter(FeatureMaps cotangent) {
        if (!fromAbove) {
            gradient.assign(0);
        }
        Optional<INDArray> entry = entry(cotangent);
        if (entry.isEmpty()) {
            return;
        }
        INDArray value = entry.orElseThrow();
        if (!isConstant(value)) {
            gradient.addi(Nhwc.require(name, value));
        } else if (!constantEnters) {
            addConstant.run();
        }
    }

    private Optional<INDArray> entry(FeatureMaps cotangent) {
        @Nullable INDArray entry = cotangent.layers().get(name);
        if (entry == null) {
            return Optional.empty();
        }
        Require.that(
                entry.equalShapes(activation) || isConstant(entry),
                name,
                "must have a gradient of its own shape or [1,1,1,C], but has " + entry.shapeInfoToString());
        return Optional.of(entry);
    }

    private boolean isConstant(INDArray value) {
        return Nhwc.isConstant(value) && value.length() == constant.length() && !value.equalShapes(activation)
                || value.equalShapes(activation) && activation.length() == constant.length();
    }
}

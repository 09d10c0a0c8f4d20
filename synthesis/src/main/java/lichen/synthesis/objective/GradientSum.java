package lichen.synthesis.objective;

import java.util.LinkedHashMap;
import java.util.Map;
import lichen.core.feature.FeatureMaps;
import lichen.core.tensor.Elementwise;
import lichen.core.tensor.Nhwc;
import lichen.core.tensor.TensorScope;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adds up gradients of feature maps, some of which are the same at every pixel. */
final class GradientSum {
    private final FeatureMaps maps;
    private final TensorScope scope;
    private final Map<String, INDArray> sums = new LinkedHashMap<>();

    /** An empty sum of gradients of these maps. */
    GradientSum(FeatureMaps maps, TensorScope scope) {
        this.maps = maps;
        this.scope = scope;
    }

    void add(FeatureMaps gradients) {
        gradients.layers().forEach(this::add);
    }

    FeatureMaps sum() {
        return new FeatureMaps(sums);
    }

    private void add(String name, INDArray gradient) {
        @Nullable INDArray sum = sums.get(name);
        if (sum == null) {
            sums.put(name, scope.copyOf(gradient));
        } else if (sum.equalShapes(gradient)) {
            sum.addi(gradient);
        } else if (Nhwc.isConstant(gradient)) {
            Elementwise.addToEachPixel(sum, gradient.reshape(gradient.length())).run();
        } else {
            INDArray whole = scope.array(maps.layer(name).shape());
            whole.assign(gradient);
            Elementwise.addToEachPixel(whole, sum.reshape(sum.length())).run();
            sums.put(name, whole);
        }
    }
}

package lichen.synthesis.objective;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network that can be followed by hand: its layer "twice" is twice the image; "wide" is the image too, of which it says
 * that each value depends on 3 x 3 pixels.
 */
public final class LinearNetwork implements FeatureNetwork {
    @Override
    public Architecture architecture() {
        return new Architecture(List.of(
                new Layer(Architecture.IMAGE, Layer.Kind.IMAGE, 3, 1, 1, 0),
                new Layer("twice", Layer.Kind.CONVOLUTION, 3, 1, 1, 9),
                new Layer("wide", Layer.Kind.NORMALIZATION, 3, 1, 3, 0)));
    }

    @Override
    public Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps) {
        Map<String, MapShape> shapes = new LinkedHashMap<>();
        architecture().select(taps).forEach(tap -> shapes.put(tap, new MapShape(size.height(), size.width(), 3)));
        return shapes;
    }

    @Override
    public Differentiable<INDArray, FeatureMaps> compile(
            Size size, Border border, Collection<String> taps, TensorScope scope) {
        INDArray twice = scope.array(1, size.height(), size.width(), 3);
        INDArray gradient = scope.array(1, size.height(), size.width(), 3);
        return image -> {
            twice.assign(image).muli(2);
            Map<String, INDArray> maps = new LinkedHashMap<>();
            maps.put(Architecture.IMAGE, image);
            maps.put("twice", twice);
            maps.put("wide", image);
            return new Evaluation<>(new FeatureMaps(maps).select(taps), cotangent -> {
                gradient.assign(0);
                cotangent.layers().forEach((name, g) -> {
                    INDArray scaled = name.equals("twice") ? g.mul(2) : g.dup();
                    gradient.addi(scaled.broadcast(gradient.shape()));
                });
                return gradient;
            });
        };
    }
}

package lichen.core.feature;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.diff.Differentiable;
import lichen.core.diff.Evaluation;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network that can be followed by hand: its layer "square" is the square of the image, and says that it sees 3 x 3. */
final class Squares implements FeatureNetwork {
    @Override
    public Architecture architecture() {
        return new Architecture(List.of(
                new Layer(Architecture.IMAGE, Layer.Kind.IMAGE, 3, 1, 1, 0),
                new Layer("square", Layer.Kind.CONVOLUTION, 3, 1, 3, 1)));
    }

    @Override
    public Map<String, MapShape> shapes(Size size, Border border, Collection<String> taps) {
        Map<String, MapShape> shapes = new LinkedHashMap<>();
        for (String tap : architecture().select(taps)) {
            Layer layer = architecture().layer(tap);
            if (Math.min(size.width(), size.height()) < layer.receptiveField()) {
                throw new ImageTooSmallException(size, layer);
            }
            shapes.put(tap, new MapShape(size.height(), size.width(), 3));
        }
        return shapes;
    }

    @Override
    public Differentiable<INDArray, FeatureMaps> compile(
            Size size, Border border, Collection<String> taps, TensorScope scope) {
        Collection<String> selected = shapes(size, border, taps).keySet();
        INDArray gradient = scope.array(1, size.height(), size.width(), 3);
        return image -> {
            Map<String, INDArray> maps = new LinkedHashMap<>();
            maps.put(Architecture.IMAGE, image);
            maps.put("square", image.mul(image));
            return new Evaluation<>(new FeatureMaps(maps).select(selected), cotangent -> {
                gradient.assign(0);
                cotangent
                        .layers()
                        .forEach((name, g) -> gradient.addi(
                                name.equals("square") ? image.mul(2).muli(g) : g.broadcast(image.shape())));
                return gradient;
            });
        };
    }
}

package lichen.core.feature;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lichen.core.check.InvalidValueException;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Feature maps by layer name, in the network's order; each {@code [1,H,W,C]}, float32, 'c' order.
 *
 * <p>It is also its own cotangent. An entry of a cotangent may have the shape {@code [1,1,1,C]}: it then stands for the
 * same gradient at every pixel, which networks carry back at no cost. Layers without an entry have the gradient zero.
 *
 * @param layers the maps; the arrays belong to whoever computed them and hold until the next evaluation
 * @param circular whether each map goes on at its opposite border, as those of an image that tiles
 */
public record FeatureMaps(Map<String, INDArray> layers, boolean circular) {
    /** Keeps the order of the layers. */
    public FeatureMaps {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /** Maps that end at their borders. */
    public FeatureMaps(Map<String, INDArray> layers) {
        this(layers, false);
    }

    /** The names, in the network's order. */
    public Set<String> names() {
        return layers.keySet();
    }

    /** The shapes of the maps by layer name, in the network's order. */
    public Map<String, MapShape> shapes() {
        Map<String, MapShape> shapes = new LinkedHashMap<>();
        layers.forEach((name, map) -> shapes.put(name, MapShape.of(map)));
        return shapes;
    }

    /** The maps of one layer, {@code [1,H,W,C]}. */
    public INDArray layer(String name) {
        INDArray layer = layers.get(name);
        if (layer == null) {
            throw new InvalidValueException("layer", "must be one of " + layers.keySet() + ", but is " + name);
        }
        return layer;
    }

    /** Only these layers, in this order. */
    public FeatureMaps select(Collection<String> names) {
        Map<String, INDArray> selected = new LinkedHashMap<>();
        names.forEach(name -> selected.put(name, layer(name)));
        return with(selected);
    }

    /** Maps that are made of these, pixel by pixel or by the same network: they go on beyond their borders as these do. */
    public FeatureMaps with(Map<String, INDArray> derived) {
        return new FeatureMaps(derived, circular);
    }
}

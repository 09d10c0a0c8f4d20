package lichen.core.feature;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lichen.core.check.Require;

/**
 * The layers of a network that can be read, in the order of computation; the first is the image itself.
 *
 * @param layers the layers, names unique
 */
public record Architecture(List<Layer> layers) {
    /** The name of the layer that is the image itself: RGB in [0,1]. */
    public static final String IMAGE = "image";

    /** In place of a layer's name: every convolution (after its activation where the two are one layer). */
    public static final String ALL_CONVOLUTIONS = "all-convolutions";

    /** Copies the list. */
    public Architecture {
        layers = List.copyOf(layers);
    }

    /**
     * Resolves what a user wrote into layer names, in the network's order and each once.
     *
     * @param wanted layer names, or {@link #ALL_CONVOLUTIONS}
     * @throws lichen.core.check.InvalidValueException naming every unknown layer, and the known ones
     */
    public List<String> select(Collection<String> wanted) {
        Require.that(!wanted.isEmpty(), "layers", "must name at least one layer");
        List<String> unknown = new ArrayList<>(wanted);
        unknown.remove(ALL_CONVOLUTIONS);
        unknown.removeAll(names());
        if (!unknown.isEmpty()) {
            throw new UnknownLayerException(unknown, names());
        }
        return layers.stream()
                .filter(layer -> wanted.contains(layer.name())
                        || (wanted.contains(ALL_CONVOLUTIONS) && layer.kind() == Layer.Kind.CONVOLUTION))
                .map(Layer::name)
                .collect(Collectors.toList());
    }

    /** The names of all layers. */
    public List<String> names() {
        return layers.stream().map(Layer::name).collect(Collectors.toList());
    }

    /** The layer of this name. */
    public Layer layer(String name) {
        return layers.stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownLayerException(List.of(name), names()));
    }
}

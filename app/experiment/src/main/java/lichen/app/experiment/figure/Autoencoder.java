package lichen.app.experiment.figure;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lichen.app.experiment.Workbench;
import lichen.core.check.Require;
import lichen.core.feature.Architecture;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Layer;
import lichen.core.feature.MapShape;
import lichen.core.feature.NetworkOutline;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.io.json.ConfigException;

/**
 * A network one of whose layers gives an image again.
 *
 * @param network the network
 * @param layer the layer, of three channels
 */
public record Autoencoder(FeatureNetwork network, Layer layer) {
    /**
     * Opens the network of a config.
     *
     * @param named the layer; the last convolution where empty
     * @throws ConfigException if there is no such layer, or it does not give three channels
     */
    public static Autoencoder open(NetworkSpec spec, Optional<String> named, Workbench workbench) throws IOException {
        FeatureNetwork network = workbench.open(
                workbench.place(spec, "$.network"), () -> spec.open(workbench.random().stream("network")));
        return new Autoencoder(network, layer(network, named, workbench));
    }

    /**
     * The layer that gives an image.
     *
     * @param named its name; the last convolution where empty
     * @throws ConfigException if there is no such layer, or it does not give three channels
     */
    static Layer layer(NetworkOutline network, Optional<String> named, Workbench workbench) throws IOException {
        Architecture architecture = network.architecture();
        List<Layer> convolutions = architecture.layers().stream()
                .filter(layer -> layer.kind() == Layer.Kind.CONVOLUTION)
                .toList();
        Layer layer = named.isPresent() || convolutions.isEmpty()
                ? workbench.open("$.layer", () -> architecture.layer(named.orElse("")))
                : convolutions.get(convolutions.size() - 1);
        if (layer.channels() != Image.CHANNELS) {
            throw new ConfigException(
                    workbench
                            .config()
                            .problemAt(
                                    "$.layer",
                                    "the layer " + layer.name() + " gives " + layer.channels()
                                            + " channels, not the 3 of an image: name the layer that gives the reconstruction"));
        }
        return layer;
    }

    /**
     * Checks that a layer gives images of a size that goes in.
     *
     * @throws lichen.core.feature.ImageTooSmallException if they are too small to be looked at
     * @throws lichen.core.check.InvalidValueException naming the layer, if it gives others
     */
    static void requireSize(NetworkOutline network, Layer layer, Size size) {
        MapShape made = Objects.requireNonNull(
                network.shapes(size, Border.NETWORK, List.of(layer.name())).get(layer.name()));
        Require.that(
                made.height() == size.height() && made.width() == size.width(),
                "layer",
                "must give images as large as the photograph, but " + layer.name() + " gives " + made.extents()
                        + " for " + size);
    }

    /** What the network makes of an image, forced into [0,1]. */
    public Image reconstruct(Image image) {
        try (TensorScope scope = new TensorScope()) {
            Size size = image.size();
            return Image.of(network.compile(size, List.of(layer.name()), scope)
                            .at(image.tensor(scope))
                            .value()
                            .layer(layer.name()))
                    .clamp();
        }
    }
}

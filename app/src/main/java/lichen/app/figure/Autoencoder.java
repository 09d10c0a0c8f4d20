package lichen.app.figure;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.experiment.Workbench;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.ImageTooSmallException;
import lichen.core.feature.Layer;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import lichen.io.json.ConfigException;
import lichen.model.spec.NetworkSpec;

/**
 * A network one of whose layers gives an image again.
 *
 * @param network the network
 * @param layer the layer, of three channels
 */
record Autoencoder(FeatureNetwork network, Layer layer) {
    /**
     * Opens the network of a config.
     *
     * @param named the layer; the last convolution where empty
     * @throws ConfigException if there is no such layer, or it does not give three channels
     */
    static Autoencoder open(NetworkSpec spec, Optional<String> named, Workbench workbench) throws IOException {
        FeatureNetwork network = workbench.open("$.network", () -> spec.open(workbench.random().stream("network")));
        List<Layer> convolutions = network.architecture().layers().stream()
                .filter(layer -> layer.kind() == Layer.Kind.CONVOLUTION)
                .toList();
        Layer layer = named.isPresent() || convolutions.isEmpty()
                ? workbench.open("$.layer", () -> network.architecture().layer(named.orElse("")))
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
        return new Autoencoder(network, layer);
    }

    /** Checks that images of a size can be looked at. */
    void require(Size size, Workbench workbench, String path) {
        if (Math.min(size.width(), size.height()) < layer.receptiveField()) {
            String reason = new ImageTooSmallException(size, layer).reason();
            throw new ConfigException(workbench.config().problemAt(path, reason));
        }
    }

    /** What the network makes of an image, forced into [0,1]. */
    Image reconstruct(Image image) {
        try (TensorScope scope = new TensorScope()) {
            Size size = new Size(image.width(), image.height());
            return Image.of(network.compile(size, List.of(layer.name()), scope)
                            .at(image.tensor(scope))
                            .value()
                            .layer(layer.name()))
                    .clamp();
        }
    }
}

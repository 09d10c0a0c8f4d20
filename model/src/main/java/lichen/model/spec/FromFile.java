package lichen.model.spec;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.keras.KerasArchitecture;
import lichen.model.operation.Pool;

/**
 * A network of a file of any kind that can be read: of Keras, ONNX, safetensors, Deeplearning4j or Lichen. A VGG's layers are called as
 * Keras calls them, {@code block1_conv1}, whatever the file calls them; those of other networks as in the file.
 *
 * <p>What the network expects of the pixels is said by few files, but known of some networks: of a VGG of Keras (imagenet-bgr), of what
 * comes from PyTorch (imagenet-rgb), of Lichen's own (unit).
 *
 * @param weights the file
 * @param scaling what the network expects of the pixels; what is known of such networks where empty
 * @param averagePooling whether windows of poolings take the mean, as Gatys, Ecker and Bethge (2015), section 2, advise
 * @param architecture which network it is, for a file of weights alone whose names do not tell
 */
@Summary("a network of a file, whatever program saved it; a VGG's layers are called block1_conv1 and so on")
public record FromFile(
        @Summary("a file of Keras, ONNX, safetensors (VGG), Deeplearning4j or Lichen")
        FileReference weights,

        @Summary("the pixels it was trained on: unit (RGB in [0,1]), minus-one-to-one, bytes, imagenet-rgb or"
                + " imagenet-bgr; what is known of such networks where left out")
        Optional<InputScaling> scaling,

        @Summary("whether pooling takes the mean instead of the maximum") @Default("false")
        boolean averagePooling,

        @Summary("vgg16 or vgg19, for a file of weights alone that names no layers")
        Optional<KerasArchitecture> architecture)
        implements GraphSpec {
    /** The file says it. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of();
    }

    @Override
    public Graph graph(RandomGenerator random) throws IOException {
        NetworkFormat format = NetworkFormat.of(weights);
        ForeignNetwork network = format.read(weights, architecture, pixels(format), averagePooling);
        Graph graph = network.noted(weights);
        if (format == NetworkFormat.LICHEN) {
            return averagePooling ? averaged(graph) : graph;
        }
        return format.namesLayersAnyhow() ? VggNames.of(graph).orElse(graph) : graph;
    }

    private InputScaling pixels(NetworkFormat format) throws IOException {
        if (scaling.isPresent()) {
            if (format == NetworkFormat.LICHEN && scaling.get() != InputScaling.UNIT) {
                throw new InvalidValueException(
                        "scaling", "must be left out for a file of Lichen's, whose networks take images as they are");
            }
            return scaling.get();
        }
        return NetworkFiles.usualPixels(weights, architecture)
                .orElseThrow(() -> new InvalidValueException(
                        "scaling",
                        "must be given, as neither this file nor its kind tells the pixels that the network was trained"
                                + " on: imagenet-bgr for VGG and ResNet of Keras, minus-one-to-one for MobileNet and"
                                + " Inception of Keras, imagenet-rgb for networks of torchvision, bytes for those that"
                                + " scale by themselves, unit for those that Lichen wrote"));
    }

    private static Graph averaged(Graph graph) {
        return graph.with(node -> node.operation() instanceof Pool pool
                ? node.with(new Pool(Pooling.Kind.AVERAGE, pool.geometry()))
                : node);
    }
}

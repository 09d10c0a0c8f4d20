package lichen.model.spec;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import lichen.core.feature.Statistic;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.keras.KerasArchitecture;
import lichen.model.keras.KerasImporter;

/**
 * A network that Keras saved, of version 2 or 3, with the layers that act on images; a classifier's head is left away.
 *
 * @param weights the file, written by {@code model.save("network.keras")}, or {@code .h5}
 * @param scaling what the network expects of the pixels
 * @param averagePooling whether windows of MaxPooling2D take the mean, as Gatys, Ecker and Bethge (2015), section 2, advise
 * @param architecture which network it is, for a file of weights alone
 */
@Summary("a sequential or functional network that Keras saved, of version 2 or 3")
public record Keras(
        @Summary("the file, written by model.save(\"network.keras\"), or .h5")
        FileReference weights,

        @Summary(
                "the pixels it was trained on: unit (RGB in [0,1]), minus-one-to-one, bytes, imagenet-rgb or imagenet-bgr")
        @Default("\"unit\"")
        InputScaling scaling,

        @Summary("whether pooling takes the mean instead of the maximum") @Default("false")
        boolean averagePooling,

        @Summary("vgg16 or vgg19, for a file of weights alone; the file tells its layers otherwise")
        Optional<KerasArchitecture> architecture)
        implements GraphSpec {
    /** A network whose file tells its layers. */
    public Keras(FileReference weights, InputScaling scaling, boolean averagePooling) {
        this(weights, scaling, averagePooling, Optional.empty());
    }

    /** The file says it. */
    @Override
    public Set<Statistic> statistics() {
        return Set.of();
    }

    @Override
    public Graph graph(RandomGenerator random) throws IOException {
        return KerasImporter.network(weights, architecture, scaling, averagePooling)
                .noted(weights);
    }
}

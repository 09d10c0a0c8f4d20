package lichen.model.spec;

import java.io.IOException;
import java.util.Optional;
import lichen.core.plugin.Default;
import lichen.core.plugin.FileReference;
import lichen.core.plugin.Summary;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
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

        @Summary(SCALING) @Default("\"unit\"") InputScaling scaling,

        @Summary(POOLING) @Default("false") boolean averagePooling,

        @Summary("vgg16 or vgg19, for a file of weights alone; the file tells its layers otherwise")
        Optional<KerasArchitecture> architecture)
        implements ForeignSpec {
    /** A network whose file tells its layers. */
    public Keras(FileReference weights, InputScaling scaling, boolean averagePooling) {
        this(weights, scaling, averagePooling, Optional.empty());
    }

    @Override
    public ForeignNetwork read() throws IOException {
        return KerasImporter.network(weights, architecture, scaling, averagePooling);
    }
}

package lichen.model.spec;

import java.io.IOException;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.keras.KerasArchitecture;
import lichen.model.weights.NetworkFileException;

/** Files of networks of all kinds, told apart by what is in them. */
public final class NetworkFiles {
    private NetworkFiles() {}

    /**
     * Reads a network, whatever program wrote it.
     *
     * @param architecture which network it is, for a file of weights alone of Keras
     * @param scaling what the network expects of the pixels; of no meaning to Lichen's own
     * @throws NetworkFileException if it is damaged, of no kind that can be read, or holds what cannot
     * @throws IOException if the file cannot be read
     */
    public static ForeignNetwork read(
            FileReference file, Optional<KerasArchitecture> architecture, InputScaling scaling) throws IOException {
        return NetworkFormat.of(file).read(file, architecture, scaling, false);
    }
}

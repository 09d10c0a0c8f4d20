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

    /**
     * The pixels that a network is taken to be trained on where nobody says: what is known of such files.
     *
     * @return empty where nothing is known
     * @throws IOException if the file cannot be read
     */
    public static Optional<InputScaling> usualPixels(FileReference file, Optional<KerasArchitecture> architecture)
            throws IOException {
        NetworkFormat format = NetworkFormat.of(file);
        boolean isVggOfKeras = format == NetworkFormat.KERAS
                && VggNames.of(format.read(file, architecture, InputScaling.UNIT, false)
                                .graph())
                        .isPresent();
        return isVggOfKeras ? Optional.of(InputScaling.IMAGENET_BGR) : format.pixels();
    }
}

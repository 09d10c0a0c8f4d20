package lichen.app.cli;

import lichen.model.keras.KerasModelFile;

/** A network with the layers of VGG-19 and few channels. */
public final class Vgg {
    private static final int[] CONVOLUTIONS = {2, 2, 4, 4, 4};
    private static final int CHANNELS = 3;

    private Vgg() {}

    /** The file, to be written. */
    public static KerasModelFile small() {
        KerasModelFile file = KerasModelFile.sequential();
        for (int block = 1; block <= CONVOLUTIONS.length; block++) {
            for (int number = 1; number <= CONVOLUTIONS[block - 1]; number++) {
                file.convolution(
                        "block" + block + "_conv" + number,
                        "{'activation': 'relu', 'padding': 'same'}",
                        new int[] {3, 3, CHANNELS, CHANNELS});
            }
            file.layer(
                    "MaxPooling2D",
                    "block" + block + "_pool",
                    "{'pool_size': [2, 2], 'strides': [2, 2], 'padding': 'valid'}");
        }
        return file;
    }
}

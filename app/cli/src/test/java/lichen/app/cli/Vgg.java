package lichen.app.cli;

import java.util.List;
import lichen.model.keras.KerasModelFile;
import lichen.model.onnx.OnnxModelFile;

/** A network with the layers of VGG-19 and few channels. */
public final class Vgg {
    private static final int[] CONVOLUTIONS = {2, 2, 4, 4, 4};
    private static final int CHANNELS = 3;

    private Vgg() {}

    /** The same as PyTorch exports it, to be written. */
    public static OnnxModelFile smallOfPyTorch() {
        OnnxModelFile file = OnnxModelFile.ofImage(CHANNELS, 17);
        String before = "in";
        for (int block = 1; block <= CONVOLUTIONS.length; block++) {
            for (int number = 1; number <= CONVOLUTIONS[block - 1]; number++) {
                String place = "/features/" + block + "." + number;
                file.convolution(
                                place + "/Conv",
                                before,
                                new int[] {CHANNELS, CHANNELS, 3, 3},
                                OnnxModelFile.wholesOf("pads", 1L, 1L, 1L, 1L))
                        .node("Relu", place + "/Relu", List.of(place + "/Conv"));
                before = place + "/Relu";
            }
            String pool = "/features/" + block + "/MaxPool";
            file.node(
                    "MaxPool",
                    pool,
                    List.of(before),
                    OnnxModelFile.wholesOf("kernel_shape", 2L, 2L),
                    OnnxModelFile.wholesOf("strides", 2L, 2L));
            before = pool;
        }
        return file;
    }

    /** The file of Keras, to be written. */
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

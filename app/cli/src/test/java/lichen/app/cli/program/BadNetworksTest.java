package lichen.app.cli.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lichen.core.plugin.FileReference;
import lichen.model.keras.KerasModelFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of networks and weights that cannot be used: one message, exit code 2, and nothing is written. */
class BadNetworksTest {
    private static final String RELU_SAME = "{'activation': 'relu', 'padding': 'same'}";

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void refusesAFileThatIsNotHdf5() {
        assertKerasRefused(
                place.config(),
                "is not an HDF5 file but JSON, perhaps the architecture without the weights; save the network with"
                        + " model.save(\"network.keras\")");
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        Path whole = Path.of(convolution(8).write(folder).name());
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.h5"), Arrays.copyOf(bytes, bytes.length / 2));
        assertKerasRefused(
                half,
                "ends early, after " + bytes.length / 2 + " of " + bytes.length + " bytes; copy or download it again");
    }

    @Test
    void namesALayerThatIsNotSupported() throws IOException {
        FileReference file =
                convolution(8).layer("Conv3D", "deep", "{'filters': 2}").write(folder);
        assertKerasRefused(
                Path.of(file.name()),
                "has unsupported layers: Conv3D (deep); supported are Activation, ActivityRegularization, Add, "
                        + "AveragePooling2D, BatchNormalization, Concatenate, Conv2D, DepthwiseConv2D, Dropout, "
                        + "GaussianDropout, GaussianNoise, Identity, LeakyReLU, MaxPooling2D, PReLU, ReLU, Rescaling, "
                        + "SeparableConv2D, SpatialDropout2D, UpSampling2D, ZeroPadding2D, with the settings of the module's"
                        + " README");
    }

    @Test
    void namesTheLayerWhoseWeightsDoNotFit() throws IOException {
        FileReference file = convolution(6).write(folder);
        place.assertRefusedAt(
                "$.network.weights",
                file
                        + ": does not fit the network: layer conv1: expected convolution 3x3 same, 3 to 8 channels, ReLU of"
                        + " image, found convolution 3x3 same, 3 to 6 channels, ReLU of image; layer conv2: expected"
                        + " convolution 3x3 same, 8 to 8 channels, ReLU of conv1, found none; change the network's layers,"
                        + " or name another file",
                "-s",
                "network.weights=" + file);
    }

    private static KerasModelFile convolution(int filters) {
        return KerasModelFile.sequential().convolution("c", RELU_SAME, new int[] {3, 3, 3, filters});
    }

    private void assertKerasRefused(Path file, String reason) {
        place.assertRefusedAt(
                "$.network.weights",
                file + ": " + reason,
                "-s",
                "network={\"type\": \"keras\", \"weights\": \"" + file + "\"}");
    }
}

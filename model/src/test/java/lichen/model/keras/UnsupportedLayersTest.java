package lichen.model.keras;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.InputScaling;
import lichen.model.weights.NetworkFileException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedLayersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Conv2D             | 'dilation_rate': [2, 1]         | Conv2D with dilation_rate 2 by 1
                    Conv2D             | 'groups': 3                     | Conv2D with groups 3
                    Conv2D             | 'data_format': 'channels_first' | Conv2D with data_format channels_first
                    Conv2D             | 'activation': 'sigmoid'         | Conv2D with activation sigmoid
                    Conv2D             | 'padding': 'causal'             | Conv2D with padding causal
                    Conv2D             | 'strides': [2, 1]               | Conv2D with strides 2 by 1
                    Conv2D             | 'kernel_size': [0, 3]           | Conv2D with kernel_size [0,3]
                    Conv2D             | 'filters': -1                   | Conv2D with filters -1
                    Conv2D             | 'kernel_size': null             | Conv2D without kernel_size
                    BatchNormalization | 'axis': 1                       | BatchNormalization with axis 1
                    BatchNormalization | 'epsilon': 'small'              | BatchNormalization with epsilon "small"
                    ReLU               | 'max_value': 0.0                | ReLU with max_value 0.0
                    DepthwiseConv2D    | 'depth_multiplier': 2           | DepthwiseConv2D with depth_multiplier 2
                    DepthwiseConv2D    | 'activation': 'relu'            | DepthwiseConv2D with activation relu
                    ZeroPadding2D      | 'padding': [1, -1]              | ZeroPadding2D with padding [1,-1]
                    ZeroPadding2D      | 'padding': 'same'               | ZeroPadding2D with padding "same"
                    ReLU               | 'negative_slope': 0.2, 'max_value': 6 | ReLU with negative_slope 0.2 and max_value 6.0
                    ReLU               | 'threshold': 0.5                | ReLU with threshold 0.5
                    PReLU              | 'shared_axes': null             | PReLU with shared_axes null
                    Rescaling          | 'scale': 'x', 'offset': 0       | Rescaling with scale "x"
                    UpSampling2D       | 'interpolation': 'bilinear'     | UpSampling2D with interpolation bilinear
                    UpSampling2D       | 'size': [2, 3]                  | UpSampling2D with size 2 by 3
                    Activation         | 'activation': 'elu'             | Activation with activation elu
                    Concatenate        | 'axis': 1                       | Concatenate with axis 1
                    Lambda             | 'function': 'x'                 | Lambda (bad)
                    """)
    void namesTheLayerAndTheSetting(String type, String setting, String expected) throws IOException {
        KerasModelFile file = KerasModelFile.sequential()
                .layer("ReLU", "good", "{}")
                .layer(type, "bad", "{'filters': 2, 'kernel_size': [3, 3], " + setting + "}");

        assertRefused(file).hasMessageContaining(expected).hasMessageContaining("(bad)");
    }

    @Test
    void namesAllAtOnce() throws IOException {
        KerasModelFile file = KerasModelFile.sequential();
        for (int i = 1; i <= 5; i++) {
            file.layer("Conv2DTranspose", "transpose" + i, "{}");
        }
        file.layer("Resizing", "resize", "{}");

        assertRefused(file)
                .hasMessageContaining("has unsupported layers: "
                        + "Conv2DTranspose (transpose1, transpose2, transpose3 and 2 more), Resizing (resize); "
                        + "supported are Activation, ActivityRegularization, Add, AveragePooling2D, ");
    }

    @Test
    void refusesSharedLayers() throws IOException {
        KerasModelFile file = KerasModelFile.functional().layer("ReLU", "shared", "{}", "in");
        ArrayNode calls = (ArrayNode) file.layers().get(1).path("inbound_nodes");
        calls.add(calls.get(0).deepCopy());

        assertRefused(file).hasMessageContaining("layer shared is called 2 times");
    }

    @Test
    void refusesTheSecondOutputOfALayer() throws IOException {
        KerasModelFile file = KerasModelFile.functional().layer("ReLU", "reader", "{}", "in");
        ((ArrayNode) file.layers().get(1).path("inbound_nodes").get(0).get(0)).set(1, 1);

        assertRefused(file).hasMessageContaining("layer reader reads a layer that is shared or has several outputs");
    }

    @Test
    void refusesLayersOfSeveralInputs() throws IOException {
        KerasModelFile file = KerasModelFile.functional()
                .layer("ReLU", "relu", "{}", "in")
                .layer("Multiply", "product", "{}", "in", "relu")
                .layer("ReLU", "two", "{}", "in", "relu");

        assertRefused(file).hasMessageContaining("Multiply (product)").hasMessageContaining("ReLU with 2 inputs (two)");
    }

    @Test
    void refusesSeveralImages() throws IOException {
        KerasModelFile file = KerasModelFile.functional().layer("InputLayer", "other", "{}");

        assertRefused(file).hasMessageContaining("has 2 inputs, in, other; only networks of a single image");
    }

    @Test
    void refusesImagesOfTwoChannels() throws IOException {
        KerasModelFile file = KerasModelFile.functional();
        file.layers().removeAll();
        file.layer("InputLayer", "in", "{'batch_input_shape': [null, 28, 28, 2]}")
                .layer("ReLU", "relu", "{}", "in");

        assertRefused(file).hasMessageContaining("expects images of 2 channels");
    }

    @Test
    void refusesAHeadThatTurnsIntoAnImageAgain() throws IOException {
        KerasModelFile file = KerasModelFile.functional()
                .layer("GlobalAveragePooling2D", "squeeze", "{}", "in")
                .layer("Multiply", "excite", "{}", "in", "squeeze");

        assertRefused(file).hasMessageContaining("layer excite (Multiply) follows layers that put out no image");
    }

    @Test
    void refusesANetworkThatIsAllHead() throws IOException {
        assertRefused(KerasModelFile.sequential().layer("Flatten", "flat", "{}"))
                .hasMessageContaining("has no layer that computes an image");
    }

    @Test
    void refusesCirclesAndMissingLayers() throws IOException {
        assertRefused(KerasModelFile.functional().layer("ReLU", "a", "{}", "b").layer("ReLU", "b", "{}", "a"))
                .hasMessageContaining("in a circle");
        assertRefused(KerasModelFile.functional().layer("ReLU", "a", "{}", "nowhere"))
                .hasMessageContaining("layer a reads the layer nowhere, which is not there");
    }

    @Test
    void refusesReadersOfTheImageThatCannotTakeItInAnotherOrder() throws IOException {
        FileReference file = KerasModelFile.sequential()
                .layer("MaxPooling2D", "pool", "{'pool_size': 2}")
                .write(folder);

        assertThatThrownBy(() -> KerasImporter.read(file, InputScaling.IMAGENET_BGR, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageContaining(
                        "layer pool (max pooling 2x2 stride 2 valid) reads the image, but with the scaling imagenet-bgr");
    }

    @Test
    void saysSoInOneLineWhateverTheNamesAre() throws IOException {
        assertRefused(KerasModelFile.sequential().layer("Odd\nKind", "odd\nname", "{}"))
                .hasMessageContaining("Odd");
    }

    @Test
    void refusesALayerThatIsCalledImage() throws IOException {
        assertRefused(KerasModelFile.sequential().layer("ReLU", "image", "{}"))
                .hasMessageContaining("rename the layer");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(KerasModelFile model) throws IOException {
        FileReference file = model.write(folder);
        return assertThatThrownBy(() -> KerasImporter.read(file, InputScaling.UNIT, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageNotContaining("\n");
    }
}

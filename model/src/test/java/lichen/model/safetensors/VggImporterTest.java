package lichen.model.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.Convolution;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.weights.NetworkFileException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VggImporterTest {
    @TempDir
    private Path folder;

    /** As in VGG-16: a ReLU after each convolution, a pooling where the next is three places on. */
    @Test
    void tellsThePoolingsByTheNumbersOfTheLayers() throws IOException {
        ForeignNetwork network = read(new VggFile()
                .convolution(0, 3, 2)
                .convolution(2, 2, 2)
                .convolution(5, 2, 4)
                .convolution(7, 4, 4)
                .array("classifier.0.weight", 2, 2));

        assertThat(network.graph().nodes())
                .extracting(Node::name)
                .containsExactly(
                        "block1_conv1", "block1_conv2", "block1_pool", "block2_conv1", "block2_conv2", "block2_pool");
        Convolve first = (Convolve) network.graph().nodes().get(0).operation();
        assertThat(first.geometry()).isEqualTo(Convolution.same(3));
        assertThat(first.relu()).isTrue();
        // [O,I,kH,kW] -> [O,kH,kW,I]: channel 1 of the first tap of output 1.
        assertThat(first.weights().values()[28]).isEqualTo((float) (0.3 + 0.2 * Math.sin(1 + 27 + 9)));
        assertThat(network.notes()).containsExactly("left away the head, classifier.0.weight");
    }

    @Test
    void readsBatchNormalisation() throws IOException {
        VggFile file = new VggFile().convolution(0, 3, 2).convolution(4, 2, 2);
        for (String index : new String[] {"1", "5"}) {
            for (String array : new String[] {"weight", "bias", "running_mean", "running_var"}) {
                file.array("features." + index + "." + array, 2);
            }
        }

        assertThat(read(file).graph().nodes())
                .extracting(Node::name)
                .containsExactly(
                        "block1_conv1",
                        "block1_norm1",
                        "block1_relu1",
                        "block1_pool",
                        "block2_conv1",
                        "block2_norm1",
                        "block2_relu1",
                        "block2_pool");
    }

    @Test
    void refusesOtherNetworksAndDamagedFiles() throws IOException {
        assertRefused(new VggFile().array("layer1.0.conv1.weight", 2, 3, 3, 3).write(folder))
                .hasMessageContaining("holds no VGG with torchvision's names, which begins with features.0.weight, but"
                        + " [layer1.0.conv1.weight]; export other networks as ONNX");
        assertRefused(new VggFile().convolution(0, 3, 2).convolution(9, 2, 2).write(folder))
                .hasMessageContaining("after features.0 comes features.9");
        VggFile beyond = new VggFile().convolution(0, 3, 2);
        ((ObjectNode) beyond.header().path("features.0.weight"))
                .putArray("data_offsets")
                .add(0)
                .add(1L << 40);
        assertRefused(beyond.write(folder)).hasMessageContaining("lie beyond the end of the file");
        VggFile larger = new VggFile().convolution(0, 3, 2);
        ((ObjectNode) larger.header().path("features.0.weight"))
                .putArray("shape")
                .add(1 << 30)
                .add(1 << 30);
        assertRefused(larger.write(folder)).hasMessageContaining("does not go with 216 bytes");
    }

    private ForeignNetwork read(VggFile file) throws IOException {
        return VggImporter.network(file.write(folder), InputScaling.UNIT, false);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(FileReference file) {
        return assertThatThrownBy(() -> VggImporter.network(file, InputScaling.UNIT, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageStartingWith(file + ": ");
    }
}

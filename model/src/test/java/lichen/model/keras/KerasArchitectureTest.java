package lichen.model.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of weights alone, as Keras downloads them. */
class KerasArchitectureTest {
    @TempDir
    private Path folder;

    /** The network ends where the file does, and has as many filters as its weights. */
    @Test
    void readsWeightsWithoutLayers() throws IOException {
        FileReference file = KerasModelFile.sequential()
                .convolution("block1_conv1", "{}", new int[] {3, 3, 3, 2})
                .convolution("block1_conv2", "{}", new int[] {3, 3, 2, 4})
                .convolution("block2_conv1", "{}", new int[] {3, 3, 4, 5})
                .writeWeights(folder);

        Graph graph = read(file, KerasArchitecture.VGG19);

        assertThat(graph.nodes())
                .extracting(Node::name)
                .containsExactly("block1_conv1", "block1_conv2", "block1_pool", "block2_conv1");
        Convolve second = (Convolve) graph.nodes().get(1).operation();
        assertThat(second.outputs()).isEqualTo(4);
        assertThat(second.relu()).isTrue();
        assertThat(second.bias().values()[3]).isEqualTo(0.3f);
    }

    @Test
    void hasThePoolingOfABlockWhereTheNetworkHasIt() throws IOException {
        KerasModelFile model = KerasModelFile.sequential();
        int inputs = 3;
        for (String name : new String[] {
            "block1_conv1",
            "block1_conv2",
            "block2_conv1",
            "block2_conv2",
            "block3_conv1",
            "block3_conv2",
            "block3_conv3"
        }) {
            model.convolution(name, "{}", new int[] {3, 3, inputs, 2});
            inputs = 2;
        }
        FileReference file = model.writeWeights(folder);

        assertThat(read(file, KerasArchitecture.VGG16).nodes())
                .extracting(Node::name)
                .endsWith("block3_conv3", "block3_pool");
        assertThat(read(file, KerasArchitecture.VGG19).nodes())
                .extracting(Node::name)
                .endsWith("block3_conv2", "block3_conv3");
    }

    @Test
    void refusesWeightsOfAnotherNetwork() throws IOException {
        FileReference file = KerasModelFile.sequential()
                .convolution("conv", "{}", new int[] {3, 3, 3, 2})
                .writeWeights(folder);

        assertThatThrownBy(() -> read(file, KerasArchitecture.VGG19))
                .hasMessageContaining("holds no layer block1_conv1, with which the network begins");
        assertThatThrownBy(() -> KerasImporter.read(file, InputScaling.UNIT, false))
                .hasMessageContaining("name the network by \"architecture\" if it is vgg16 or vgg19");
    }

    private static Graph read(FileReference file, KerasArchitecture architecture) throws IOException {
        return KerasImporter.network(file, Optional.of(architecture), InputScaling.UNIT, false)
                .graph();
    }
}

package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.feature.FeatureNetwork;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.model.graph.Graph;
import lichen.model.operation.Convolve;
import lichen.model.program.CompiledNetwork;
import lichen.model.program.FeatureNetworkContract;
import lichen.model.weights.WeightsFile;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class FcnTest extends FeatureNetworkContract {
    private static final List<Block> BLOCKS =
            List.of(new Block(8, 5, false), new Block(6, 3, true), new Block(4, 1, true), new Block(3, 1, false));

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected FeatureNetwork network() throws IOException {
        return new Fcn(BLOCKS, Optional.empty()).open(new RandomStreams(3).stream("network"));
    }

    @Test
    void tellsItsLayersWithoutItsWeights() throws IOException {
        assertThat(new Fcn(BLOCKS, Optional.empty()).outline().orElseThrow().architecture())
                .isEqualTo(network().architecture());
    }

    @Test
    void computesWhatDeeplearning4jComputes() {
        assertComputesTheSame(BLOCKS, 20);
    }

    @Test
    void computesWhatDeeplearning4jComputesWithStridesAndDilations() {
        assertComputesTheSame(
                List.of(
                        new Block(8, 5, false, 2, 1),
                        new Block(6, 3, true, 1, 2),
                        new Block(4, 3, true, 2, 1),
                        new Block(3, 1, false, 1, 3)),
                5);
    }

    private static void assertComputesTheSame(List<Block> blocks, int outputSide) {
        MultiLayerNetwork theirs = Dl4jNetworks.untrained(blocks, 5);
        int side = 20;
        try (TensorScope scope = new TensorScope()) {
            INDArray image = RandomTensors.tensor(scope, 6, 1, side, side, 3);
            INDArray expected =
                    theirs.output(image.permute(0, 3, 1, 2).dup('c')).permute(0, 2, 3, 1);
            INDArray found = CompiledNetwork.of(Dl4jNetworks.graph(blocks, theirs))
                    .compile(new Size(side, side), List.of("conv4"), scope)
                    .at(image)
                    .value()
                    .layer("conv4");

            assertThat(found.size(1)).isEqualTo(outputSide);
            assertThat(HostMemory.toDoubles(found))
                    .containsExactly(HostMemory.toDoubles(scope.copyOf(expected)), within(1e-5));
        }
    }

    @Test
    void drawsTheSameWeightsForTheSameSeed() throws IOException {
        assertThat(firstWeights(7)).containsExactly(firstWeights(7));
        assertThat(firstWeights(7)).isNotEqualTo(firstWeights(8));
    }

    @Test
    void takesItsWeightsFromAFile() throws IOException {
        Graph trained = new Fcn(BLOCKS, Optional.empty()).graph(new RandomStreams(9).stream("network"));
        FileReference file = write(trained);

        Graph read = new Fcn(BLOCKS, Optional.of(file)).graph(new RandomStreams(1).stream("network"));

        assertThat(weights(read)).containsExactly(weights(trained));
    }

    @Test
    void refusesWeightsOfAnotherArchitecture() throws IOException {
        Graph trained = new Fcn(BLOCKS, Optional.empty()).graph(new RandomStreams(9).stream("network"));
        FileReference file = write(trained);
        Fcn other = new Fcn(List.of(new Block(8, 5, false), new Block(7, 3, true)), Optional.of(file));

        assertThatThrownBy(() -> other.graph(new RandomStreams(1).stream("network")))
                .hasMessageContaining("layer conv2: expected convolution 3x3 same, 8 to 7 channels, ReLU of conv1,"
                        + " found convolution 3x3 same, 8 to 6 channels, ReLU of conv1");
    }

    private FileReference write(Graph graph) throws IOException {
        Path file = folder.resolve("weights.npz");
        try (OutputStream out = Files.newOutputStream(file)) {
            new WeightsFile(graph, Map.of()).write(out);
        }
        return FileReference.to(file);
    }

    private static float[] firstWeights(long seed) throws IOException {
        return weights(new Fcn(BLOCKS, Optional.empty()).graph(new RandomStreams(seed).stream("network")));
    }

    private static float[] weights(Graph graph) {
        return ((Convolve) graph.nodes().get(0).operation()).weights().values();
    }
}

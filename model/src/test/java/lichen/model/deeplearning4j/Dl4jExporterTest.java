package lichen.model.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.RandomTensors;
import lichen.model.foreign.InputScaling;
import lichen.model.foreign.UnreadableException;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Add;
import lichen.model.operation.BatchNormalize;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Multiply;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import lichen.model.operation.Sigmoid;
import lichen.model.operation.Slice;
import lichen.model.operation.Tanh;
import lichen.model.operation.Upsample;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks of Lichen as networks of Deeplearning4j: each node gives the same maps there. */
class Dl4jExporterTest {
    private static final Convolution VALID = new Convolution(3, 2, 2, Convolution.Padding.VALID);

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        Backend.start(BackendChoice.CPU, false);
    }

    private static Graph everything() {
        float[] numbers = RandomTensors.numbers(4, 3);
        return new Graph(List.of(
                new Node("scaled", new ScaleShift(new float[] {2, -1, 3}, new float[] {0, 1, -1}), "image"),
                new Node("conv", convolve(Convolution.same(3), 3, true), "scaled"),
                new Node("strided", convolve(VALID, 4, false), "conv"),
                new Node("dilated", convolve(Convolution.same(3), 4, false).dilated(2), "conv"),
                new Node(
                        "depthwise",
                        new ConvolveDepthwise(
                                Convolution.same(3),
                                NdArray.of(RandomTensors.numbers(36, 4), 3, 3, 4),
                                NdArray.of(numbers, 4)),
                        "conv"),
                new Node("norm", BatchNormalize.identity(4, 0.1, 0.9), "depthwise"),
                new Node("relu", new Relu(), "dilated"),
                new Node("capped", new Relu(0.3f), "norm"),
                new Node("leaky", new LeakyRelu(0.2), "dilated"),
                new Node("sum", new Add(), List.of("relu", "leaky")),
                new Node("product", new Multiply(), List.of("capped", "sum")),
                new Node("both", new Concatenate(), List.of("sum", "product")),
                new Node("some", new Slice(2, 4), "both"),
                new Node("margin", new Extend(Extension.Kind.ZERO, new Margins(1, 2, 3, 4)), "some"),
                new Node("largest", new Pool(Pooling.Kind.MAX, VALID), "margin"),
                new Node("mean", new Pool(Pooling.Kind.AVERAGE, Convolution.same(3)), "margin"),
                new Node("larger", new Upsample(2), "largest"),
                new Node("tanh", new Tanh(), "larger"),
                new Node("sigmoid", new Sigmoid(), "strided")));
    }

    private static Convolve convolve(Convolution geometry, int inputs, boolean relu) {
        int height = geometry.kernelHeight();
        int width = geometry.kernelWidth();
        return new Convolve(
                geometry,
                NdArray.of(RandomTensors.numbers(4 * height * width * inputs, 1), 4, height, width, inputs),
                NdArray.of(RandomTensors.numbers(4, 2), 4),
                relu);
    }

    @Test
    void computesTheSameInDeeplearning4j() throws UnreadableException {
        ComputationGraph network = Dl4jExporter.network(everything());

        assertThat(network.getConfiguration().getNetworkOutputs()).containsExactly("mean", "tanh", "sigmoid");
        Dl4jAgreement.assertAgreement(network, everything().trained());
    }

    @Test
    void comesBackFromAZipAsItWas() throws IOException, UnreadableException {
        Path file = folder.resolve("network.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            Dl4jExporter.write(everything(), out);
        }

        Graph read = Dl4jImporter.network(FileReference.to(file), InputScaling.UNIT, false)
                .graph();

        assertThat(read.nodes())
                .extracting(Node::name)
                .containsAll(everything().nodes().stream().map(Node::name).toList());
        Dl4jAgreement.assertAgreement(ModelSerializer.restoreComputationGraph(file.toFile()), read);
    }

    @Test
    void namesAllThatDeeplearning4jLacks() {
        Graph graph = new Graph(List.of(
                new Node("normal", new InstanceNormalize(1e-5), "image"),
                new Node("mirrored", new Extend(Extension.Kind.REFLECT, Margins.symmetric(1, 1)), "normal")));

        assertThatThrownBy(() -> Dl4jExporter.network(graph))
                .hasMessage("has layers that Deeplearning4j lacks: normal (instance-normalization),"
                        + " mirrored (reflection); give a network of the layers before them");
    }
}

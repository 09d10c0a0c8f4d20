package lichen.model.keras;

import static lichen.model.keras.Keras3File.layer;
import static lichen.model.keras.KerasModelFile.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lichen.core.npy.NdArray;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.LeakyRelu;
import lichen.model.operation.Operation;
import lichen.model.operation.ScaleShift;
import lichen.model.operation.Upsample;
import lichen.model.weights.NetworkFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Keras3Test {
    private static final String INPUT = layer("InputLayer", "in", "'batch_shape': [null, 8, 8, 3]");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsAFunctionalModelWithAModelInsideByNameOrByNumber(boolean named) throws IOException {
        String convolution = "'filters': %d, 'kernel_size': [1, 1]";
        String inner = functional(
                layer("InputLayer", "inner_in", "'batch_shape': [null, 8, 8, 2]"),
                layer("Conv2D", "inner_conv", convolution.replace("%d", "2"), "inner_in"),
                layer("LeakyReLU", "leaky", "'negative_slope': 0.2", "inner_conv"));
        String model = functional(
                INPUT,
                layer("Rescaling", "scaled", "'scale': 2.0, 'offset': [0, 1, 2]", "in"),
                layer("Conv2D", "conv", convolution.replace("%d", "2"), "scaled"),
                layer("BatchNormalization", "norm", "'scale': false, 'epsilon': 0.0", "conv"),
                nested("Functional", "inner", inner, "norm"),
                layer("UpSampling2D", "up", "'size': [2, 2], 'interpolation': 'nearest'", "inner"),
                layer("Conv2D", "last", convolution.replace("%d", "1"), "up"),
                layer("Add", "sum", "", "last", "last"));
        Keras3File file = new Keras3File(model, named)
                .weights("conv2d", "conv", filled(1, 1, 1, 3, 2), filled(0.1, 2))
                .weights("batch_normalization", "norm", filled(5, 2), filled(2, 2), filled(4, 2))
                .weights("functional", "inner")
                .weights("functional/layers/conv2d", "inner_conv", filled(2, 1, 1, 2, 2), filled(0.2, 2))
                .weights("conv2d_1", "last", filled(3, 1, 1, 2, 1), filled(0.3, 1));

        Graph graph = read(file.write(folder));

        assertThat(graph.nodes())
                .extracting(Node::name)
                .containsExactly("scaled", "conv", "norm", "inner/inner_conv", "inner/leaky", "up", "last", "sum");
        assertThat(((ScaleShift) operation(graph, "scaled")).shift()).containsExactly(0, 1, 2);
        assertThat(((ScaleShift) operation(graph, "norm")).shift()).containsExactly(4, 4);
        assertThat(((Convolve) operation(graph, "inner/inner_conv")).bias().values())
                .containsOnly(0.2f);
        assertThat(((Convolve) operation(graph, "last")).bias().values()).containsOnly(0.3f);
        assertThat(operation(graph, "inner/leaky")).isEqualTo(new LeakyRelu(0.2f));
        assertThat(operation(graph, "up")).isEqualTo(new Upsample(2));
        assertThat(graph.nodes().get(3).inputs()).containsExactly("norm");
        assertThat(graph.nodes().get(5).inputs()).containsExactly("inner/leaky");
    }

    @Test
    void readsASequenceInsideASequence() throws IOException {
        String inner = sequence(
                layer("InputLayer", "inner_in", "'batch_shape': [null, 8, 8, 3]"),
                layer("Conv2D", "first", "'filters': 1, 'kernel_size': 1"));
        String model = sequence(
                INPUT,
                nested("Sequential", "features", inner),
                layer("Conv2D", "last", "'filters': 1, 'kernel_size': 1"));
        Keras3File file = new Keras3File(model, false)
                .weights("sequential/layers/conv2d", "first", filled(1, 1, 1, 3, 1), filled(0.1, 1))
                .weights("conv2d", "last", filled(1, 1, 1, 1, 1), filled(0.2, 1));

        Graph graph = read(file.write(folder));

        assertThat(graph.nodes()).extracting(Node::name).containsExactly("features/first", "last");
        assertThat(((Convolve) operation(graph, "last")).bias().values()).containsOnly(0.2f);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsVggFromWeightsAlone(boolean named) throws IOException {
        Keras3File file = new Keras3File("{}", named)
                .weights("conv2d", "block1_conv1", filled(1, 3, 3, 3, 2), filled(0.1, 2))
                .weights("conv2d_1", "block1_conv2", filled(1, 3, 3, 2, 2), filled(0.2, 2));

        FileReference weights = file.writeWeights(folder);
        Graph graph = KerasImporter.network(weights, Optional.of(KerasArchitecture.VGG19), InputScaling.UNIT, false)
                .graph();

        assertThat(graph.nodes()).extracting(Node::name).containsExactly("block1_conv1", "block1_conv2", "block1_pool");
        assertThat(((Convolve) operation(graph, "block1_conv2")).bias().values())
                .containsOnly(0.2f);
        assertRefused(weights, "holds weights but not the layers; name the network by \"architecture\"");
    }

    @Test
    void givesANetworkOfOneChannelTheMeanOfTheColours() throws IOException {
        String model = sequence(
                layer("InputLayer", "in", "'batch_shape': [null, 8, 8, 1]"),
                layer("Rescaling", "scaled", "'scale': 2.0, 'offset': 1.0"),
                layer("Conv2D", "conv", "'filters': 1, 'kernel_size': 1"));
        FileReference file = new Keras3File(model, true)
                .weights("conv2d", "conv", filled(3, 1, 1, 1, 1), filled(0.5, 1))
                .write(folder);

        var network = KerasImporter.network(file, Optional.empty(), InputScaling.UNIT, false);

        assertThat(((Convolve) operation(network.graph(), "conv")).weights().values())
                .containsExactly(1, 1, 1);
        assertThat(((ScaleShift) operation(network.graph(), "scaled")).scale()).containsExactly(2, 2, 2);
        assertThat(network.notes()).containsExactly("reads one channel, and is given the mean of red, green and blue");
    }

    @Test
    void readsASlopeForEachChannelAsWhatIsKeptAndWhatIsAdded() throws IOException {
        String model = sequence(INPUT, layer("PReLU", "rectified", "'shared_axes': [1, 2]"));
        FileReference file = new Keras3File(model, true)
                .weights("p_re_lu", "rectified", numbers(c -> 0.25 * (c + 1), 1, 1, 3))
                .write(folder);

        Graph graph = read(file);

        assertThat(graph.nodes())
                .extracting(Node::name)
                .containsExactly("rectified/all", "rectified/positive", "rectified/rest", "rectified");
        assertThat(((ScaleShift) operation(graph, "rectified/all")).scale()).containsExactly(0.25f, 0.5f, 0.75f);
        assertThat(((ScaleShift) operation(graph, "rectified/rest")).scale()).containsExactly(0.75f, 0.5f, 0.25f);
    }

    @Test
    void refusesNumbersAmongLayers() throws IOException {
        String plus = layer("Add", "plus", "", "in").replace("'args': [", "'args': [2.0, ");

        assertRefused(
                new Keras3File(functional(INPUT, plus), true).write(folder),
                "layer plus (Add) computes with 2.0; only");
    }

    @Test
    void refusesAZipThatIsNoNetworkOrDamaged() throws IOException {
        FileReference whole = new Keras3File(sequence(INPUT), true).write(folder);
        byte[] bytes = Files.readAllBytes(Path.of(whole.name()));
        Path cut = Files.write(folder.resolve("cut.keras"), Arrays.copyOf(bytes, 60));

        assertRefused(FileReference.to(cut), "zip");
        assertRefused(
                FileReference.to(Files.write(
                        folder.resolve("pytorch.pt"), "PK\3\4 archive/data.pkl".getBytes(StandardCharsets.ISO_8859_1))),
                "is a pickle of PyTorch, which is a program and is never run; export the network where it was made, with"
                        + " torch.onnx.export(");
    }

    private static NdArray<float[]> filled(double value, int... shape) {
        return numbers(i -> value, shape);
    }

    private static String functional(String... layers) {
        String last = layers[layers.length - 1];
        String name = last.substring(last.indexOf("'name': '") + 9).split("'", 2)[0];
        return "{'class_name': 'Functional', 'config': {'layers': [" + String.join(", ", layers)
                + "], 'output_layers': ['" + name + "', 0, 0]}}";
    }

    private static String sequence(String... layers) {
        return "{'class_name': 'Sequential', 'config': {'layers': [" + String.join(", ", layers) + "]}}";
    }

    private static String nested(String type, String name, String model, String... inputs) {
        String config = model.substring(model.indexOf("'config': ") + 10, model.length() - 1);
        return layer(type, name, "", inputs).replace("{'name': '" + name + "'}", config);
    }

    private static Graph read(FileReference file) throws IOException {
        return KerasImporter.read(file, InputScaling.UNIT, false);
    }

    private static Operation operation(Graph graph, String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow()
                .operation();
    }

    private static void assertRefused(FileReference file, String reason) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageContaining(reason);
    }
}

package lichen.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lichen.core.check.InvalidValueException;
import lichen.core.feature.FeatureNetwork;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Pooling;
import lichen.model.deeplearning4j.Dl4jZip;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.graph.Node;
import lichen.model.keras.KerasModelFile;
import lichen.model.onnx.OnnxModelFile;
import lichen.model.operation.Convolve;
import lichen.model.operation.Pool;
import lichen.model.program.FeatureNetworkContract;
import lichen.model.safetensors.VggFile;
import lichen.model.weights.WeightsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FromFileTest extends FeatureNetworkContract {
    private static final float BYTES = 255;
    private static final float PER_DEVIATION = 1 / 0.229f;
    private static final String[] NAMES = {
        "block1_conv1", "block1_conv2", "block1_pool", "block2_conv1", "block2_conv2", "block2_pool", "block3_conv1"
    };

    private static final String[] BLOCK = {"block1_conv1", "block1_conv2", "block1_pool"};

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected FeatureNetwork network() throws IOException {
        return spec(onnx(BLOCK), Optional.empty(), true).open(new RandomStreams(1).stream("network"));
    }

    @Test
    void callsTheLayersOfAVggAsKerasDoesWhateverTheFileCallsThem() throws IOException {
        Graph graph = spec(onnx(), Optional.empty(), false).nodes();

        assertThat(names(graph)).containsExactly(with("input-scaling", NAMES));
        assertThat(((Convolve) graph.nodes().get(1).operation()).relu()).isTrue();
        assertThat(names(spec(keras(), Optional.empty(), false).nodes())).containsExactly(with("input-scaling", NAMES));
    }

    @Test
    void leavesTheNamesOfWhatIsNoVgg() throws IOException {
        FileReference file = OnnxModelFile.ofImage(3, 17)
                .convolution("first", "in", new int[] {4, 3, 3, 3})
                .node("Relu", "rectified", List.of("first"))
                .convolution("second", "rectified", new int[] {4, 4, 3, 3})
                .write(folder);

        assertThat(names(spec(file, Optional.of(InputScaling.UNIT), false).nodes()))
                .containsExactly("first", "rectified", "second");
    }

    @Test
    void givesEachKindOfFileThePixelsThatItsNetworksExpect() throws IOException {
        assertThat(scale(keras())).isEqualTo(BYTES);
        assertThat(scale(weightsAlone())).isEqualTo(BYTES);
        assertThat(scale(onnx())).isEqualTo(PER_DEVIATION);
        assertThat(scale(new VggFile().convolution(0, 3, 2).convolution(3, 2, 2).write(folder)))
                .isEqualTo(PER_DEVIATION);
    }

    @Test
    void asksForThePixelsWhereTheyCannotBeKnown() throws IOException {
        FileReference zip = Dl4jZip.ofPooling().write(folder);
        FileReference other = KerasModelFile.sequential()
                .convolution("conv", "{}", new int[] {3, 3, 3, 2})
                .write(folder);

        for (FileReference file : List.of(zip, other)) {
            assertThatThrownBy(() -> spec(file, Optional.empty(), false).nodes())
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("scaling")
                    .hasMessageContaining("imagenet-bgr for VGG and ResNet of Keras");
            assertThat(spec(file, Optional.of(InputScaling.UNIT), false).nodes().nodes())
                    .isNotEmpty();
        }
    }

    @Test
    void tellsFilesOfWeightsAloneByTheNamesOfTheirLayers() throws IOException {
        assertThat(names(spec(weightsAlone(), Optional.empty(), false).nodes()))
                .endsWith("block3_conv3", "block3_conv4", "block3_pool");
    }

    @Test
    void takesTheMeanOfPoolingsOfEachKindOfFile() throws IOException {
        for (FileReference file : List.of(onnx(), keras(), lichen())) {
            assertThat(pooling(spec(file, Optional.empty(), false))).isEqualTo(Pooling.Kind.MAX);
            assertThat(pooling(spec(file, Optional.empty(), true))).isEqualTo(Pooling.Kind.AVERAGE);
        }
    }

    @Test
    void refusesToScaleForLichensOwnNetworks() throws IOException {
        FileReference file = lichen();
        assertThatThrownBy(
                        () -> spec(file, Optional.of(InputScaling.BYTES), false).nodes())
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must be left out");
    }

    private static FromFile spec(FileReference file, Optional<InputScaling> scaling, boolean averagePooling) {
        return new FromFile(file, scaling, averagePooling, Optional.empty());
    }

    private FileReference onnx() throws IOException {
        return onnx(NAMES);
    }

    /** A file with the names that PyTorch gives. */
    private FileReference onnx(String... names) throws IOException {
        OnnxModelFile file = OnnxModelFile.ofImage(3, 17);
        String before = "in";
        int number = 0;
        for (String name : names) {
            String own = "/features/" + number++;
            if (name.contains("conv")) {
                file.convolution(
                                own + "/Conv",
                                before,
                                new int[] {3, 3, 3, 3},
                                OnnxModelFile.wholesOf("pads", 1L, 1L, 1L, 1L))
                        .node("Relu", own + "/Relu", List.of(own + "/Conv"));
                before = own + "/Relu";
            } else {
                file.node(
                        "MaxPool",
                        own + "/MaxPool",
                        List.of(before),
                        OnnxModelFile.wholesOf("kernel_shape", 2L, 2L),
                        OnnxModelFile.wholesOf("strides", 2L, 2L));
                before = own + "/MaxPool";
            }
        }
        return file.write(folder);
    }

    private FileReference keras() throws IOException {
        KerasModelFile file = KerasModelFile.sequential();
        for (String name : NAMES) {
            if (name.contains("conv")) {
                file.convolution(name, "{'activation': 'relu', 'padding': 'same'}", new int[] {3, 3, 3, 3});
            } else {
                file.layer("MaxPooling2D", name, "{'pool_size': [2, 2], 'strides': [2, 2], 'padding': 'valid'}");
            }
        }
        return file.write(folder);
    }

    private FileReference weightsAlone() throws IOException {
        KerasModelFile file = KerasModelFile.sequential();
        for (String name : List.of(
                "block1_conv1",
                "block1_conv2",
                "block2_conv1",
                "block2_conv2",
                "block3_conv1",
                "block3_conv2",
                "block3_conv3",
                "block3_conv4")) {
            file.convolution(name, "{}", new int[] {3, 3, 3, 3});
        }
        return file.writeWeights(folder);
    }

    private FileReference lichen() throws IOException {
        Graph graph = new Graph(List.of(new Node(
                "pool", new Pool(Pooling.Kind.MAX, new Convolution(2, 2, 2, Convolution.Padding.VALID)), "image")));
        Path path = folder.resolve("own.npz");
        try (OutputStream out = Files.newOutputStream(path)) {
            new WeightsFile(graph, Map.of()).write(out);
        }
        return FileReference.to(path);
    }

    private static float scale(FileReference file) throws IOException {
        Node scaling = spec(file, Optional.empty(), false).nodes().nodes().get(0);
        return Objects.requireNonNull(scaling.operation().numbers().get("scale"))
                .values()[0];
    }

    private static String[] with(String first, String... more) {
        return Stream.concat(Stream.of(first), Arrays.stream(more)).toArray(String[]::new);
    }

    private static List<String> names(Graph graph) {
        return graph.nodes().stream().map(Node::name).toList();
    }

    private static Pooling.Kind pooling(FromFile spec) throws IOException {
        return spec.nodes().nodes().stream()
                .map(Node::operation)
                .filter(Pool.class::isInstance)
                .map(operation -> ((Pool) operation).pooling())
                .findFirst()
                .orElseThrow();
    }
}

package lichen.model.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import lichen.core.feature.FeatureMaps;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.TensorScope;
import lichen.model.SharedFiles;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.graph.Maps;
import lichen.model.graph.NaiveEvaluator;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.operation.Pool;
import lichen.model.program.CompiledNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Against files that Keras itself wrote. */
class SeedNetworkTest {
    private static final String FCN512 = "seed/FCN512_2_savemodel.h5";
    private static final String VGG19 = "weights/vgg19_block1-3.h5";
    /** Both sides compute in float64 from the same float32 weights; only batch normalisation is rounded once more. */
    private static final double TOLERANCE = 1e-6;

    /** Twenty layers in float32, relative to the largest value. */
    private static final double ROUNDING = 1e-4;

    /** What the layer of a stride of eight sees at once, and a little more. */
    private static final int MOBILE_SIDE = 64;

    @Test
    void agreesWithTheReferenceOnFcn512() throws IOException {
        JsonNode reference = JsonMapper.builder()
                .build()
                .readTree(SharedFiles.find("seed/reference.json").toFile());
        Graph graph = read(FCN512, InputScaling.UNIT);

        Map<String, Maps> maps =
                NaiveEvaluator.evaluate(graph, crop(SharedFiles.find("textures/s02_railway_gravel.png"), 0, 0, 64));

        int index = 0;
        for (Node node : graph.nodes()) {
            if (node.operation() instanceof Convolve) {
                for (double mean : Objects.requireNonNull(maps.get(node.name())).means()) {
                    double expected = reference.path("gapTarget").get(index++).doubleValue();
                    assertThat(mean).as(node.name()).isCloseTo(expected, within(TOLERANCE * Math.max(1, expected)));
                }
            }
        }
        assertThat(index).isEqualTo(reference.path("gapTarget").size());
    }

    @Test
    void readsVggWithAveragePooling() throws IOException {
        Graph graph = KerasImporter.read(FileReference.to(SharedFiles.find(VGG19)), InputScaling.IMAGENET_BGR, true);

        assertThat(graph.nodes().stream().map(Node::name))
                .startsWith("input-scaling", "block1_conv1", "block1_conv2", "block1_pool", "block2_conv1");
        assertThat(graph.channels()).containsEntry("block3_conv4", 256);
        assertThat(graph.nodes().stream().map(Node::operation))
                .filteredOn(operation -> operation instanceof Pool)
                .isNotEmpty()
                .allMatch(pool -> ((Pool) pool).pooling() == Pooling.Kind.AVERAGE);
    }

    @Test
    void agreesWithTheDefinitionOnMobileNet() throws IOException {
        Graph graph = read("weights/mobilenetv2_oid_to_block13expand.h5", InputScaling.MINUS_ONE_TO_ONE);
        Maps image = crop(SharedFiles.find("textures/s02_railway_gravel.png"), 40, 60, MOBILE_SIDE);
        String layer = "L21_conv";
        Map<String, Maps> expected = NaiveEvaluator.evaluate(graph, image);

        assertThat(CompiledNetwork.of(graph).architecture().layer(layer).stride())
                .isEqualTo(8);
        assertThat(graph.nodes().stream()
                        .map(node -> node.operation().getClass().getSimpleName()))
                .contains("ConvolveDepthwise", "Add");
        try (TensorScope scope = new TensorScope()) {
            INDArray input = scope.array(1, MOBILE_SIDE, MOBILE_SIDE, 3);
            HostMemory.write(image.values(), input);
            FeatureMaps maps = CompiledNetwork.of(graph)
                    .compile(
                            new Size(MOBILE_SIDE, MOBILE_SIDE),
                            List.of("L00_conv_relu", "L09_add", "L20_add", layer),
                            scope)
                    .at(input)
                    .value();
            for (String tap : maps.names()) {
                double[] values = Objects.requireNonNull(expected.get(tap)).values();
                double largest = Arrays.stream(values).map(Math::abs).max().orElseThrow();
                assertThat(largest).isPositive();
                assertThat(HostMemory.toDoubles(maps.layer(tap)))
                        .as(tap)
                        .containsExactly(values, within(ROUNDING * largest));
            }
        }
    }

    private static Graph read(String name, InputScaling scaling) throws IOException {
        return KerasImporter.read(FileReference.to(SharedFiles.find(name)), scaling, false);
    }

    private static Maps crop(Path file, int left, int top, int side) throws IOException {
        BufferedImage image;
        try (var in = Files.newInputStream(file)) {
            image = ImageIO.read(in);
        }
        Maps maps = Maps.zeros(side, side, 3);
        for (int pixel = 0; pixel < side * side; pixel++) {
            int rgb = image.getRGB(left + pixel % side, top + pixel / side);
            for (int c = 0; c < 3; c++) {
                maps.values()[pixel * 3 + c] = (rgb >> (16 - 8 * c) & 0xff) / 255.0;
            }
        }
        return maps;
    }
}

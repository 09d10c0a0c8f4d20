package lichen.model.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.Pooling;
import lichen.model.SharedFiles;
import lichen.model.graph.Channels;
import lichen.model.graph.Graph;
import lichen.model.graph.Maps;
import lichen.model.graph.NaiveEvaluator;
import lichen.model.graph.Node;
import lichen.model.graph.Operation.Convolve;
import lichen.model.graph.Operation.Pool;
import lichen.model.weights.NetworkFileException;
import org.junit.jupiter.api.Test;

/** Against files that Keras itself wrote. */
class SeedNetworkTest {
    private static final String FCN512 = "seed/FCN512_2_savemodel.h5";
    private static final String VGG19 = "weights/vgg19_block1-3.h5";
    /** Both sides compute in float64 from the same float32 weights; only batch normalisation is rounded once more. */
    private static final double TOLERANCE = 1e-6;

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
        assertThat(Channels.of(graph)).containsEntry("block3_conv4", 256);
        assertThat(graph.nodes().stream().map(Node::operation))
                .filteredOn(operation -> operation instanceof Pool)
                .isNotEmpty()
                .allMatch(pool -> ((Pool) pool).kind() == Pooling.Kind.AVERAGE);
    }

    @Test
    void namesTheLayersOfMobileNetThatAreMissing() {
        Path file = SharedFiles.find("weights/mobilenetv2_oid_to_block13expand.h5");

        assertThatThrownBy(() -> KerasImporter.read(FileReference.to(file), InputScaling.UNIT, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageContaining("ReLU with max_value 6.0 (L00_conv_relu, ")
                .hasMessageContaining("DepthwiseConv2D (L01_dw, ")
                .hasMessageContaining("Add (")
                .hasMessageContaining("supported are Activation, ")
                .hasMessageNotContaining("\n");
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

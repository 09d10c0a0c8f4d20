package lichen.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureMaps;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Layer;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.Pooling;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.model.SharedFiles;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.spec.Block;
import lichen.model.spec.Fcn;
import lichen.model.spec.Initialization;
import lichen.model.spec.Keras;
import lichen.model.spec.RandomFilters;
import lichen.model.spec.RandomLayer;
import lichen.model.spec.RandomLayers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class BorderTest {
    /** float32 sums in another order, relative to the largest value of a map. */
    private static final double TOLERANCE = 1e-5;

    private static final Size SIZE = new Size(16, 24);

    private final TensorScope scope = new TensorScope();

    /** Networks whose every layer can be circular. */
    private enum Sample {
        CHAIN(SmallGraphs.chain()),
        BRANCHES(SmallGraphs.branches()),
        RESIDUAL(SmallGraphs.residual()),
        VALID(SmallGraphs.withoutPadding());

        private final Graph graph;

        Sample(Graph graph) {
            this.graph = graph;
        }
    }

    @Nested
    class WithCircularBorder extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() {
            return CompiledNetwork.of(SmallGraphs.residual());
        }

        @Override
        protected Size size() {
            return SIZE;
        }

        @Override
        protected Border border() {
            return Border.CIRCULAR;
        }
    }

    @Nested
    class WithMirroredBorder extends FeatureNetworkContract {
        @Override
        protected FeatureNetwork network() {
            return CompiledNetwork.of(SmallGraphs.everyOperation());
        }

        @Override
        protected Size size() {
            return new Size(16, 13);
        }

        @Override
        protected Border border() {
            return Border.REFLECT;
        }
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @ParameterizedTest
    @EnumSource
    void circularMapsMoveWithTheImage(Sample sample) {
        assertMovesAlong(CompiledNetwork.of(sample.graph), SIZE);
    }

    @Test
    void circularMapsOfRandomFiltersMoveWithTheImage() throws IOException {
        assertMovesAlong(new RandomFilters(List.of(3, 7), 4).open(new RandomStreams(1).stream("network")), SIZE);
    }

    @Test
    void circularMapsOfStridedAndDilatedBlocksMoveWithTheImage() throws IOException {
        Fcn fcn = new Fcn(
                List.of(
                        new Block(4, 5, false),
                        new Block(4, 3, true, 2, 1),
                        new Block(4, 3, false, 1, 2),
                        new Block(3, 1, true, 2, 1)),
                Optional.empty());

        assertMovesAlong(fcn.open(new RandomStreams(1).stream("network")), SIZE);
    }

    @Test
    void circularMapsOfRandomLayersMoveWithTheImage() throws IOException {
        List<RandomLayer> layers = List.of(new RandomLayer(4, 3, true, 1), new RandomLayer(4, 3, false, 2));
        RandomLayers network = new RandomLayers(layers, Pooling.Kind.AVERAGE, Initialization.ORTHOGONAL, true, true);

        assertMovesAlong(network.open(new RandomStreams(1).stream("network")), new Size(24, 20));
    }

    @Test
    void circularMapsOfVggMoveWithTheImage() throws IOException {
        FileReference file = FileReference.to(SharedFiles.find("weights/vgg19_block1-3.h5"));
        Keras vgg = new Keras(file, InputScaling.IMAGENET_BGR, true);

        assertMovesAlong(vgg.open(new RandomStreams(1).stream("network")), new Size(48, 52));
    }

    @ParameterizedTest
    @EnumSource(names = {"REFLECT", "CIRCULAR"})
    void aConstantImageGivesConstantMaps(Border border) {
        for (Sample sample : Sample.values()) {
            FeatureNetwork network = CompiledNetwork.of(sample.graph);
            INDArray grey = scope.array(1, SIZE.height(), SIZE.width(), 3);
            grey.assign(0.7);
            FeatureMaps maps = maps(network, border, SIZE, grey);
            for (Layer layer : network.architecture().layers()) {
                double[] values = HostMemory.toDoubles(maps.layer(layer.name()));
                for (int i = 0; i < values.length; i++) {
                    assertThat(values[i]).as(layer.name()).isCloseTo(values[i % layer.channels()], within(TOLERANCE));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysTheSameInTheMiddleOfTheImage(Border border) {
        Size size = new Size(40, 32);
        for (Sample sample : Sample.values()) {
            FeatureNetwork network = CompiledNetwork.of(sample.graph);
            INDArray image = image(size, 0, 0);
            FeatureMaps plain = maps(network, Border.NETWORK, size, image);
            FeatureMaps bordered = maps(network, border, size, image);
            Layer last = network.architecture()
                    .layers()
                    .get(network.architecture().layers().size() - 1);
            INDArray expected = plain.layer(last.name());
            INDArray found = bordered.layer(last.name());
            long row = size.height() / 2 / last.stride();
            long column = size.width() / 2 / last.stride();
            for (long c = 0; c < last.channels(); c++) {
                assertThat(found.getDouble(0, row, column, c))
                        .isCloseTo(expected.getDouble(0, row, column, c), within(TOLERANCE));
            }
        }
    }

    @Test
    void continuesRandomFiltersByWhatIsAskedFor() throws IOException {
        FeatureNetwork network = new RandomFilters(List.of(5), 3).open(new RandomStreams(1).stream("network"));
        INDArray image = image(SIZE, 0, 0);

        float[] mirrored =
                HostMemory.toFloats(maps(network, Border.NETWORK, SIZE, image).layer("filters"));
        assertThat(HostMemory.toFloats(
                        maps(network, Border.REFLECT, SIZE, image).layer("filters")))
                .containsExactly(mirrored);
        assertThat(HostMemory.toFloats(maps(network, Border.ZERO, SIZE, image).layer("filters")))
                .isNotEqualTo(mirrored);
    }

    @Test
    void refusesACircularImageThatStridesDoNotDivide() {
        FeatureNetwork network = CompiledNetwork.of(SmallGraphs.residual());

        assertThatThrownBy(() -> network.compile(new Size(18, 20), Border.CIRCULAR, List.of("last"), scope))
                .hasMessageContaining("size must be a multiple of 4 in both directions for a circular border, since the"
                        + " layer halved moves in steps of 4 pixels, but is 18 x 20");
    }

    @Test
    void refusesACircularNetworkThatPadsTwice() {
        FeatureNetwork network = CompiledNetwork.of(SmallGraphs.everyOperation());

        assertThatThrownBy(() -> network.compile(SIZE, Border.CIRCULAR, List.of("first"), scope))
                .hasMessageContaining("border must not be circular for this network: the layer first needs another");
    }

    private void assertMovesAlong(FeatureNetwork network, Size size) {
        int stride = network.architecture().layers().stream()
                .mapToInt(Layer::stride)
                .max()
                .orElseThrow();
        int rows = 2 * stride;
        int columns = stride;
        FeatureMaps before = maps(network, Border.CIRCULAR, size, image(size, 0, 0));
        FeatureMaps after = maps(network, Border.CIRCULAR, size, image(size, rows, columns));
        for (Layer layer : network.architecture().layers()) {
            INDArray x = before.layer(layer.name());
            long height = size.height() / layer.stride();
            long width = size.width() / layer.stride();
            if (x.size(1) == height && x.size(2) == width) {
                double[] expected =
                        moved(HostMemory.toDoubles(x), x.shape(), rows / layer.stride(), columns / layer.stride());
                double largest = Math.max(1, x.amaxNumber().doubleValue());
                assertThat(HostMemory.toDoubles(after.layer(layer.name())))
                        .as(layer.name())
                        .containsExactly(expected, within(TOLERANCE * largest));
            } else {
                assertThat(layer.name()).matches("margin-.*|padded");
            }
        }
    }

    private FeatureMaps maps(FeatureNetwork network, Border border, Size size, INDArray image) {
        return network.compile(size, border, network.architecture().names(), scope)
                .at(image)
                .value();
    }

    private INDArray image(Size size, int rows, int columns) {
        double[] numbers = HostMemory.toDoubles(RandomTensors.tensor(scope, 5, 1, size.height(), size.width(), 3));
        INDArray image = scope.array(1, size.height(), size.width(), 3);
        HostMemory.write(moved(numbers, image.shape(), rows, columns), image);
        return image;
    }

    private static double[] moved(double[] from, long[] shape, int rows, int columns) {
        int height = (int) shape[1];
        int width = (int) shape[2];
        int channels = (int) shape[3];
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            int row = (i / channels / width + rows) % height;
            int column = (i / channels % width + columns) % width;
            to[(row * width + column) * channels + i % channels] = from[i];
        }
        return to;
    }
}

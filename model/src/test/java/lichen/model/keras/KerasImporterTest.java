package lichen.model.keras;

import static lichen.model.keras.KerasModelFile.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import lichen.core.tensor.Convolution;
import lichen.core.tensor.Extension;
import lichen.core.tensor.Margins;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.graph.Maps;
import lichen.model.graph.NaiveEvaluator;
import lichen.model.graph.Node;
import lichen.model.operation.Add;
import lichen.model.operation.Concatenate;
import lichen.model.operation.Convolve;
import lichen.model.operation.ConvolveDepthwise;
import lichen.model.operation.Extend;
import lichen.model.operation.Pool;
import lichen.model.operation.Relu;
import lichen.model.operation.ScaleShift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasImporterTest {
    /** Numbers are float32. */
    private static final double ROUNDING = 1e-6;

    @TempDir
    private Path folder;

    @Test
    void putsTheOutputsOfAKernelFirst() throws IOException {
        Graph graph = read(KerasModelFile.sequential()
                .convolution(
                        "conv", "{'strides': [2, 2], 'padding': 'same', 'activation': 'relu'}", new int[] {3, 2, 3, 5
                        }));

        Convolve conv = (Convolve) node(graph, "conv").operation();
        assertThat(conv.geometry()).isEqualTo(new Convolution(3, 2, 2, Convolution.Padding.SAME));
        assertThat(conv.relu()).isTrue();
        assertThat(conv.weights().shape()).containsExactly(5, 3, 2, 3);
        for (int i = 0; i < conv.weights().values().length; i++) {
            int output = i / 18;
            int tap = i % 18;
            assertThat(conv.weights().values()[i]).isEqualTo((float) Math.sin(1 + tap * 5 + output));
        }
        assertThat(conv.bias().values()).containsExactly(0, 0.1f, 0.2f, 0.3f, 0.4f);
    }

    @Test
    void convolvesAsTheDefinitionSays() throws IOException {
        // One pixel sees one weight per channel: y = sum_c w_c x_c + b, with w = sin(1 + c), b = 0.
        Graph graph = read(KerasModelFile.sequential().convolution("conv", "{}", new int[] {1, 1, 3, 1}));

        Maps output = evaluate(graph, new Maps(1, 1, 3, new double[] {0.5, 0.25, 1}), "conv");

        assertThat(output.at(0, 0, 0))
                .isCloseTo(0.5 * Math.sin(1) + 0.25 * Math.sin(2) + Math.sin(3), within(ROUNDING));
    }

    @Test
    void givesAConvolutionWithoutBiasZeros() throws IOException {
        Graph graph =
                read(KerasModelFile.sequential().convolution("conv", "{'use_bias': false}", new int[] {1, 1, 3, 2}));

        assertThat(((Convolve) node(graph, "conv").operation()).bias().values()).containsExactly(0, 0);
    }

    @Test
    void foldsBatchNormalisationIntoScaleAndShift() throws IOException {
        Graph graph = read(KerasModelFile.sequential()
                .layer("BatchNormalization", "norm", "{'axis': [3], 'epsilon': 0.25}")
                .weights("norm", "gamma:0", numbers(c -> c + 1, 3))
                .weights("norm", "beta:0", numbers(c -> 10 * c, 3))
                .weights("norm", "moving_mean:0", numbers(c -> 2, 3))
                .weights("norm", "moving_variance:0", numbers(c -> 3.75, 3)));

        ScaleShift norm = (ScaleShift) node(graph, "norm").operation();
        assertThat(norm.scale()).containsExactly(0.5f, 1, 1.5f);
        assertThat(norm.shift()).containsExactly(-1, 8, 17);
    }

    @Test
    void foldsBatchNormalisationWithoutGammaAndBeta() throws IOException {
        Graph graph = read(KerasModelFile.sequential()
                .layer("BatchNormalization", "norm", "{'scale': false, 'center': false, 'epsilon': 0}")
                .weights("norm", "moving_mean:0", numbers(c -> 6, 3))
                .weights("norm", "moving_variance:0", numbers(c -> 4, 3)));

        ScaleShift norm = (ScaleShift) node(graph, "norm").operation();
        assertThat(norm.scale()).containsExactly(0.5f, 0.5f, 0.5f);
        assertThat(norm.shift()).containsExactly(-3, -3, -3);
    }

    @Test
    void readsPoolingsAndActivations() throws IOException {
        KerasModelFile file = KerasModelFile.sequential()
                .layer("MaxPooling2D", "max", "{'pool_size': [2, 2], 'strides': null}")
                .layer("ReLU", "relu", "{'max_value': null, 'negative_slope': 0.0, 'threshold': 0}")
                .layer("AveragePooling2D", "mean", "{'pool_size': [3, 2], 'strides': [1, 1], 'padding': 'same'}")
                .layer("Activation", "activation", "{'activation': 'relu'}");

        Graph graph = read(file);

        Convolution two = new Convolution(2, 2, 2, Convolution.Padding.VALID);
        Convolution three = new Convolution(3, 2, 1, Convolution.Padding.SAME);
        assertThat(graph.nodes())
                .containsExactly(
                        new Node("max", new Pool(Pooling.Kind.MAX, two), "image"),
                        new Node("relu", new Relu(), "max"),
                        new Node("mean", new Pool(Pooling.Kind.AVERAGE, three), "relu"),
                        new Node("activation", new Relu(), "mean"));
        Graph mean = KerasImporter.read(file.write(folder), InputScaling.UNIT, true);
        assertThat(mean.nodes().get(0).operation()).isEqualTo(new Pool(Pooling.Kind.AVERAGE, two));
    }

    @Test
    void readsWhatMobileNetIsMadeOf() throws IOException {
        Graph graph = read(KerasModelFile.functional()
                .layer("ZeroPadding2D", "pad", "{'padding': [[0, 1], [2, 3]]}", "in")
                .layer("DepthwiseConv2D", "depth", "{'kernel_size': [2, 3], 'strides': [2, 2]}", "pad")
                .weights("depth", "depthwise_kernel:0", numbers(i -> Math.sin(1 + i), 2, 3, 3, 1))
                .weights("depth", "bias:0", numbers(c -> c, 3))
                .layer("ReLU", "six", "{'max_value': 6.0}", "depth")
                .layer("Activation", "again", "{'activation': 'relu6'}", "six")
                .layer("Add", "sum", "{}", "six", "again", "depth"));

        assertThat(node(graph, "pad").operation()).isEqualTo(new Extend(Extension.Kind.ZERO, new Margins(0, 1, 2, 3)));
        ConvolveDepthwise depth = (ConvolveDepthwise) node(graph, "depth").operation();
        assertThat(depth.geometry()).isEqualTo(new Convolution(2, 3, 2, Convolution.Padding.VALID));
        assertThat(depth.weights().values()[4]).isEqualTo((float) Math.sin(5));
        assertThat(depth.bias().values()).containsExactly(0, 1, 2);
        assertThat(node(graph, "six").operation()).isEqualTo(new Relu(6));
        assertThat(node(graph, "again").operation()).isEqualTo(new Relu(6));
        assertThat(node(graph, "sum")).isEqualTo(new Node("sum", new Add(), List.of("six", "again", "depth")));
    }

    /** Keras 3 calls it kernel, as those of other convolutions. */
    @Test
    void readsADepthwiseConvolutionOfKeras3() throws IOException {
        Graph graph = read(KerasModelFile.sequential()
                .layer("DepthwiseConv2D", "depth", "{'kernel_size': [2, 3]}")
                .weights("depth", "kernel", numbers(i -> Math.sin(1 + i), 2, 3, 3, 1))
                .weights("depth", "bias", numbers(c -> c, 3)));

        ConvolveDepthwise depth = (ConvolveDepthwise) node(graph, "depth").operation();
        assertThat(depth.weights().values()[4]).isEqualTo((float) Math.sin(5));
    }

    @Test
    void readsASeparableConvolutionAsTheOneConvolutionThatItIs() throws IOException {
        KerasModelFile separable = KerasModelFile.sequential()
                .layer("SeparableConv2D", "both", "{'filters': 4, 'kernel_size': [3, 2], 'depth_multiplier': 2}")
                .weights("both", "depthwise_kernel:0", numbers(i -> Math.sin(1 + i), 3, 2, 3, 2))
                .weights("both", "pointwise_kernel:0", numbers(i -> Math.cos(2 * i), 1, 1, 6, 4))
                .weights("both", "bias:0", numbers(c -> c, 4));
        Maps image = image(c -> c);

        Maps output = evaluate(read(separable), image, "both");

        for (int o = 0; o < 4; o++) {
            double sum = o;
            for (int mixed = 0; mixed < 6; mixed++) {
                for (int tap = 0; tap < 6; tap++) {
                    double weight = Math.sin(1 + (tap * 3 + mixed / 2) * 2 + mixed % 2);
                    sum += image.at(tap / 2, tap % 2, mixed / 2) * weight * Math.cos(2 * (mixed * 4 + o));
                }
            }
            assertThat(output.at(0, 0, o)).isCloseTo(sum, within(1e-5));
        }
    }

    @Test
    void spreadsADilatedKernel() throws IOException {
        Convolve conv = (Convolve) node(
                        read(KerasModelFile.sequential()
                                .convolution("conv", "{'dilation_rate': [2, 2]}", new int[] {2, 2, 3, 1})),
                        "conv")
                .operation();

        assertThat(conv.geometry()).isEqualTo(new Convolution(3, 3, 1, Convolution.Padding.VALID));
        for (int i = 0; i < 27; i++) {
            int y = i / 9;
            int x = i / 3 % 3;
            double expected = y % 2 == 0 && x % 2 == 0 ? Math.sin(1 + (y / 2 * 2 + x / 2) * 3 + i % 3) : 0;
            assertThat(conv.weights().values()[i]).isEqualTo((float) expected);
        }
    }

    @Test
    void turnsTheColoursOfAPaddedImageRound() throws IOException {
        KerasModelFile file = KerasModelFile.sequential()
                .layer("ZeroPadding2D", "pad", "{'padding': 1}")
                .convolution("conv", "{}", new int[] {3, 3, 3, 2});

        Convolve plain = (Convolve) node(read(file), "conv").operation();
        Convolve turned =
                (Convolve) node(KerasImporter.read(file.write(folder), InputScaling.IMAGENET_BGR, false), "conv")
                        .operation();

        for (int i = 0; i < plain.weights().values().length; i++) {
            assertThat(turned.weights().values()[i]).isEqualTo(plain.weights().values()[i - i % 3 + 2 - i % 3]);
        }
    }

    @Test
    void passesOverWhatDoesNothingInInference() throws IOException {
        Graph graph = read(KerasModelFile.sequential()
                .layer("GaussianNoise", "noise", "{'stddev': 0.1}")
                .layer("ReLU", "first", "{}")
                .layer("Dropout", "dropout", "{'rate': 0.5}")
                .layer("Activation", "linear", "{'activation': 'linear'}")
                .layer("ReLU", "second", "{}"));

        assertThat(graph.nodes())
                .containsExactly(new Node("first", new Relu(), "image"), new Node("second", new Relu(), "first"));
    }

    @Test
    void leavesTheHeadOfAClassifierAway() throws IOException {
        Graph graph = read(KerasModelFile.sequential()
                .layer("ReLU", "relu", "{}")
                .layer("GlobalAveragePooling2D", "pool", "{}")
                .layer("Dropout", "dropout", "{}")
                .layer("Dense", "dense", "{'units': 10}")
                .layer("Activation", "softmax", "{'activation': 'softmax'}"));

        assertThat(graph.nodes()).containsExactly(new Node("relu", new Relu(), "image"));
    }

    @Test
    void ordersAFunctionalModelByWhatIsRead() throws IOException {
        Graph graph = read(KerasModelFile.functional()
                .layer("Concatenate", "both", "{'axis': -1}", "left", "right", "left")
                .layer("ReLU", "left", "{}", "conv")
                .convolution("conv", "{}", new int[] {1, 1, 3, 2}, "in")
                .layer("MaxPooling2D", "right", "{'pool_size': 1}", "conv")
                .convolution("last", "{}", new int[] {1, 1, 6, 1}, "both"));

        assertThat(graph.nodes().stream().map(Node::name)).containsExactly("conv", "left", "right", "both", "last");
        assertThat(node(graph, "both"))
                .isEqualTo(new Node("both", new Concatenate(), List.of("left", "right", "left")));
    }

    @Test
    void scalesToMinusOneToOne() throws IOException {
        KerasModelFile file =
                KerasModelFile.sequential().convolution("conv", "{'padding': 'same'}", new int[] {3, 3, 3, 2});
        Maps image = image(c -> c);
        Maps scaled = image(c -> c);
        for (int i = 0; i < scaled.values().length; i++) {
            scaled.values()[i] = 2 * scaled.values()[i] - 1;
        }

        Graph graph = KerasImporter.read(file.write(folder), InputScaling.MINUS_ONE_TO_ONE, false);

        assertThat(evaluate(graph, image, "conv").values())
                .containsExactly(evaluate(read(file), scaled, "conv").values(), within(ROUNDING));
    }

    @Test
    void scalesToTheColoursOfImageNet() throws IOException {
        KerasModelFile file =
                KerasModelFile.sequential().convolution("conv", "{'padding': 'same'}", new int[] {3, 3, 3, 2});
        double[] mean = {103.939, 116.779, 123.68};
        Maps bgr = image(c -> 2 - c);
        for (int i = 0; i < bgr.values().length; i++) {
            bgr.values()[i] = 255 * bgr.values()[i] - mean[i % 3];
        }

        Graph graph = KerasImporter.read(file.write(folder), InputScaling.IMAGENET_BGR, false);

        // Sums of 27 products of about 100, from means rounded to float32.
        assertThat(evaluate(graph, image(c -> c), "conv").values())
                .containsExactly(evaluate(read(file), bgr, "conv").values(), within(1e-3));
    }

    @Test
    void readsAFileOfTheHdf5LibraryThatComesAlong() throws IOException {
        Graph graph = KerasImporter.read(ClassifierFile.REFERENCE, InputScaling.UNIT, false);

        assertThat(graph.nodes().stream().map(Node::name)).containsExactly("conv", "norm", "pool");
        Convolve conv = (Convolve) node(graph, "conv").operation();
        assertThat(conv.weights().shape()).containsExactly(4, 3, 2, 3);
        for (int i = 0; i < conv.weights().values().length; i++) {
            int index = i % 18 * 4 + i / 18;
            assertThat(conv.weights().values()[i]).isEqualTo(ClassifierFile.number("conv/kernel:0", index));
        }
        ScaleShift norm = (ScaleShift) node(graph, "norm").operation();
        for (int c = 0; c < 4; c++) {
            double variance = ClassifierFile.number("norm/moving_variance:0", c) + 1;
            assertThat((double) norm.scale()[c])
                    .isCloseTo(
                            ClassifierFile.number("norm/gamma:0", c) / Math.sqrt(variance + 0.001), within(ROUNDING));
        }
    }

    private Graph read(KerasModelFile file) throws IOException {
        return KerasImporter.read(file.write(folder), InputScaling.UNIT, false);
    }

    private static Node node(Graph graph, String name) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Maps evaluate(Graph graph, Maps image, String layer) {
        Map<String, Maps> maps = NaiveEvaluator.evaluate(graph, image);
        return Objects.requireNonNull(maps.get(layer));
    }

    /** A picture of 5 x 4 pixels, its channels in any order. */
    private static Maps image(IntUnaryOperator channel) {
        Maps image = Maps.zeros(5, 4, 3);
        for (int i = 0; i < image.values().length; i++) {
            image.values()[i] = 0.5 + 0.5 * Math.cos(7 * (i / 3) + 3 * channel.applyAsInt(i % 3));
        }
        return image;
    }
}

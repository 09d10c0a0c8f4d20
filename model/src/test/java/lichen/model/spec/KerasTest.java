package lichen.model.spec;

import static lichen.model.keras.KerasModelFile.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lichen.core.feature.FeatureNetwork;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Graph;
import lichen.model.keras.KerasModelFile;
import lichen.model.operation.Pool;
import lichen.model.operation.ScaleShift;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KerasTest extends FeatureNetworkContract {
    @TempDir
    private Path folder = Path.of("");

    private FileReference file = new FileReference("none");

    /** Two branches over one convolution, with every kind of layer that Keras files may hold. */
    @BeforeEach
    void writeFile() throws IOException {
        file = KerasModelFile.functional()
                .convolution("conv", "{'padding': 'same', 'activation': 'relu'}", new int[] {3, 3, 3, 4}, "in")
                .layer("BatchNormalization", "norm", "{'axis': [3], 'epsilon': 0.25}", "conv")
                .weights("norm", "gamma:0", numbers(c -> 0.05 * (c + 1), 4))
                .weights("norm", "beta:0", numbers(c -> 0.1 * c, 4))
                .weights("norm", "moving_mean:0", numbers(c -> 0.2, 4))
                .weights("norm", "moving_variance:0", numbers(c -> 0.75, 4))
                .layer("MaxPooling2D", "pool", "{'pool_size': [2, 2], 'strides': [1, 1], 'padding': 'same'}", "norm")
                .layer("ReLU", "relu", "{}", "norm")
                .layer("Concatenate", "both", "{'axis': -1}", "pool", "relu")
                .layer("DepthwiseConv2D", "depth", "{'kernel_size': [1, 3], 'padding': 'same'}", "both")
                .weights("depth", "depthwise_kernel:0", numbers(i -> Math.sin(1 + i), 1, 3, 8, 1))
                .weights("depth", "bias:0", numbers(c -> 0.1 * c, 8))
                .layer("Add", "sum", "{}", "depth", "both")
                .layer("ReLU", "capped", "{'max_value': 0.5}", "sum")
                .layer("ZeroPadding2D", "padded", "{'padding': [[0, 1], [1, 0]]}", "capped")
                .convolution("last", "{'padding': 'same'}", new int[] {1, 1, 8, 2}, "padded")
                .write(folder);
    }

    @Override
    protected FeatureNetwork network() throws IOException {
        return new Keras(file, InputScaling.MINUS_ONE_TO_ONE, true).open(new RandomStreams(1).stream("network"));
    }

    @Test
    void scalesTheImageFirst() throws IOException {
        Graph graph = graph(new Keras(file, InputScaling.MINUS_ONE_TO_ONE, false));

        assertThat(graph.nodes().get(0).operation()).isInstanceOf(ScaleShift.class);
        assertThat(graph.nodes())
                .hasSize(1
                        + graph(new Keras(file, InputScaling.UNIT, false))
                                .nodes()
                                .size());
    }

    @Test
    void poolsAsTheFileSaysUnlessToldToTakeTheMean() throws IOException {
        assertThat(pooling(new Keras(file, InputScaling.UNIT, false))).isEqualTo(Pooling.Kind.MAX);
        assertThat(pooling(new Keras(file, InputScaling.UNIT, true))).isEqualTo(Pooling.Kind.AVERAGE);
    }

    private static Pooling.Kind pooling(Keras keras) throws IOException {
        return graph(keras).nodes().stream()
                .map(node -> node.operation())
                .filter(Pool.class::isInstance)
                .map(operation -> ((Pool) operation).pooling())
                .findFirst()
                .orElseThrow();
    }

    private static Graph graph(Keras keras) throws IOException {
        return keras.graph(new RandomStreams(1).stream("network"));
    }
}

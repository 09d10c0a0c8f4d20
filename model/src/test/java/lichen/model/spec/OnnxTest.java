package lichen.model.spec;

import static lichen.model.onnx.OnnxModelFile.number;
import static lichen.model.onnx.OnnxModelFile.wholesOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lichen.core.feature.FeatureNetwork;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.Pooling;
import lichen.model.foreign.InputScaling;
import lichen.model.onnx.OnnxModelFile;
import lichen.model.operation.Pool;
import lichen.model.program.FeatureNetworkContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxTest extends FeatureNetworkContract {
    @TempDir
    private Path folder = Path.of("");

    private FileReference file = new FileReference("none");

    @BeforeEach
    void writeFile() throws IOException {
        file = OnnxModelFile.ofImage(3, 17)
                .convolution("conv", "in", new int[] {4, 3, 3, 3}, wholesOf("pads", 1L, 1L, 1L, 1L))
                .weights("slopes", c -> 0.2 * c, 4, 1, 1)
                .node("PRelu", "rectified", List.of("conv", "slopes"))
                .node(
                        "MaxPool",
                        "pool",
                        List.of("rectified"),
                        wholesOf("kernel_shape", 3L, 3L),
                        wholesOf("strides", 2L, 2L),
                        wholesOf("pads", 1L, 1L, 1L, 1L))
                .node("LeakyRelu", "leaky", List.of("pool"), number("alpha", 0.1))
                .node("GlobalAveragePool", "mean", List.of("leaky"))
                .write(folder);
    }

    @Override
    protected FeatureNetwork network() throws IOException {
        return onnx(true).open(new RandomStreams(1).stream("network"));
    }

    @Test
    void poolsAsTheFileSaysUnlessToldToTakeTheMean() throws IOException {
        assertThat(pooling(onnx(false))).isEqualTo(Pooling.Kind.MAX);
        assertThat(pooling(onnx(true))).isEqualTo(Pooling.Kind.AVERAGE);
    }

    private Onnx onnx(boolean averagePooling) {
        return new Onnx(file, InputScaling.IMAGENET_RGB, averagePooling);
    }

    private static Pooling.Kind pooling(Onnx onnx) throws IOException {
        return onnx.nodes().nodes().stream()
                .map(node -> node.operation())
                .filter(Pool.class::isInstance)
                .map(operation -> ((Pool) operation).pooling())
                .findFirst()
                .orElseThrow();
    }
}

package lichen.model.onnx;

import static lichen.model.onnx.OnnxModelFile.whole;
import static lichen.model.onnx.OnnxModelFile.wholesOf;
import static lichen.model.onnx.OnnxModelFile.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.weights.NetworkFileException;
import onnx.Onnx;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OnnxImporterTest {
    private static final int[] KERNEL = {2, 3, 1, 1};

    @TempDir
    private Path folder;

    @Test
    void leavesTheHeadAwayAndPassesOverWhatDoesNothing() throws IOException {
        ForeignNetwork network = read(OnnxModelFile.ofImage(3, 17)
                .convolution("conv", "in", KERNEL)
                .node("Dropout", "drop", List.of("conv"))
                .node("Relu", "relu", List.of("drop"))
                .node("Shape", "shape", List.of("relu"))
                .node("GlobalAveragePool", "mean", List.of("relu"))
                .node("Relu", "late", List.of("mean"))
                .node("Reshape", "flat", List.of("late", "shape")));

        assertThat(network.graph().nodes()).extracting(Node::name).containsExactly("conv", "relu");
        assertThat(network.graph().nodes().get(1).inputs()).containsExactly("conv");
        assertThat(network.notes()).containsExactly("left away the head, shape, mean, late, flat");
    }

    @Test
    void callsANodeWithoutANameByItsOutput() throws IOException {
        OnnxModelFile file = OnnxModelFile.ofImage(3, 17).convolution("conv", "in", KERNEL);
        file.graph().getNodeBuilder(0).setName("");

        assertThat(read(file).graph().nodes()).extracting(Node::name).containsExactly("conv");
    }

    @Test
    void readsNumbersOfSixteenBits() throws IOException {
        OnnxModelFile file = OnnxModelFile.ofImage(3, 17)
                .tensor(Onnx.TensorProto.newBuilder()
                        .setName("w")
                        .setDataType(Onnx.TensorProto.DataType.FLOAT16_VALUE)
                        .addAllDims(List.of(1L, 3L, 1L, 1L))
                        .addAllInt32Data(List.of(0x3c00, 0xc000, 0x0001)))
                .node("Conv", "conv", List.of("in", "w"));

        Convolve conv = (Convolve) read(file).graph().nodes().get(0).operation();

        assertThat(conv.weights().values()).containsExactly(1, -2, 0x1p-24f);
    }

    @Test
    void givesANetworkOfOneChannelTheMeanOfTheColours() throws IOException {
        ForeignNetwork network = read(OnnxModelFile.ofImage(1, 17).convolution("conv", "in", new int[] {1, 1, 1, 1}));

        Convolve conv = (Convolve) network.graph().nodes().get(0).operation();
        assertThat(conv.weights().values()).containsOnly((float) (Math.sin(1) / 3) / 3);
        assertThat(network.notes()).containsExactly("reads one channel, and is given the mean of red, green and blue");
    }

    @Test
    void namesAllThatIsUnsupportedWithItsNodesAndTheWayOut() throws IOException {
        assertRefused(OnnxModelFile.ofImage(3, 17)
                        .convolution("stretched", "in", KERNEL, wholesOf("strides", 2L, 1L))
                        .node("Elu", "elu", List.of("in"))
                        .node("Elu", "other", List.of("elu"))
                        .node("Pad", "edge", List.of("in"), word("mode", "edge"))
                        .node("Relu", "odd", List.of("in")))
                .hasMessageContaining("has unsupported layers: Conv with strides 2 by 1 (stretched), Elu (elu, other),"
                        + " Pad with mode edge (edge); supported are Add, ")
                .hasMessageContaining("export the layers before them, as model.features[:n]");
        assertRefused(OnnxModelFile.ofImage(3, 17).convolution("conv", "in", KERNEL, whole("new_setting", 1)))
                .hasMessageContaining("Conv with new_setting (conv)");
    }

    @Test
    void refusesWhatPutsAnImageTogetherWithItsMean() throws IOException {
        assertRefused(OnnxModelFile.ofImage(3, 17)
                        .node("GlobalAveragePool", "squeeze", List.of("in"))
                        .node("Mul", "excite", List.of("in", "squeeze")))
                .hasMessageContaining("node excite (Mul) puts an image together with what was computed of all of it");
    }

    @Test
    void refusesWeightsInAnotherFileWithTheWayOut() throws IOException {
        OnnxModelFile file = OnnxModelFile.ofImage(3, 17).convolution("conv", "in", KERNEL);
        file.graph().getInitializerBuilder(0).setDataLocation(Onnx.TensorProto.DataLocation.EXTERNAL);

        assertRefused(file)
                .hasMessageContaining("keeps its weights in another file")
                .hasMessageContaining("external_data=False");
    }

    @Test
    void refusesShapesThatDoNotGoWithTheNumbers() throws IOException {
        OnnxModelFile file = OnnxModelFile.ofImage(3, 17).convolution("conv", "in", KERNEL);
        file.graph().getInitializerBuilder(0).setDims(1, 30);
        assertRefused(file).hasMessageContaining("expected 60 numbers for the shape [2, 30, 1, 1], found 6");
        file.graph().getInitializerBuilder(0).setDims(0, 1L << 40);
        assertRefused(file).hasMessageContaining("is too large");
    }

    @Test
    void refusesOtherInputsAndOldOperators() throws IOException {
        assertRefused(OnnxModelFile.ofImage(3, 6).convolution("conv", "in", KERNEL))
                .hasMessageContaining("uses the operator set 6, but those from 7 on can be read");
        assertRefused(OnnxModelFile.ofImage(5, 17).convolution("conv", "in", KERNEL))
                .hasMessageContaining("expects images of 5 channels");
        assertRefused(OnnxModelFile.ofImage(3, 17).node("Relu", "relu", List.of("nowhere")))
                .hasMessageContaining("node relu (Relu) reads nowhere, which nothing before it computes");
    }

    @Test
    void saysWhatAFileOfAnotherKindIs() throws IOException {
        assertRefused(write("<!DOCTYPE html>")).hasMessageContaining("is not an ONNX file but a web page");
        assertRefused(write("")).hasMessageContaining("is not an ONNX file: it is empty");
        assertRefused(write("\u0080\u0002\u008a\n")).hasMessageContaining("is a pickle of PyTorch, which is a program");
    }

    @Test
    @Timeout(60)
    void refusesAFileThatIsCutAtAnyByte() throws IOException {
        FileReference file =
                OnnxModelFile.ofImage(3, 17).convolution("conv", "in", KERNEL).write(folder);
        try (RandomAccessFile cut = new RandomAccessFile(file.name(), "rw")) {
            for (long length = cut.length() - 1; length >= 0; length--) {
                cut.setLength(length);
                assertRefused(file);
            }
        }
    }

    private FileReference write(String content) throws IOException {
        return FileReference.to(
                Files.write(folder.resolve("file.onnx"), content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private ForeignNetwork read(OnnxModelFile file) throws IOException {
        return OnnxImporter.network(file.write(folder), InputScaling.UNIT, false);
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(OnnxModelFile file) throws IOException {
        return assertRefused(file.write(folder));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(FileReference file) {
        return assertThatThrownBy(() -> OnnxImporter.network(file, InputScaling.UNIT, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageNotContaining("\n");
    }
}

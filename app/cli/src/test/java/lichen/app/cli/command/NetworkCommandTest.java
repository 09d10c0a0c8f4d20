package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.core.plugin.FileReference;
import lichen.model.deeplearning4j.Dl4jZip;
import lichen.model.keras.KerasModelFile;
import lichen.model.onnx.OnnxModelFile;
import lichen.model.safetensors.VggFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatAFileOfOnnxHolds() throws IOException {
        FileReference file = OnnxModelFile.ofImage(1, 17)
                .convolution("conv", "in", new int[] {4, 1, 3, 3}, OnnxModelFile.wholesOf("strides", 2L, 2L))
                .node("Relu", "relu", List.of("conv"))
                .node("Flatten", "flat", List.of("relu"))
                .write(folder);

        assertThat(Outcome.of("network", file.name())).isEqualTo(new Outcome(ExitCode.DONE, file.name() + """
                                : a network of ONNX
                                  left away the head, flat
                                  reads one channel, and is given the mean of red, green and blue

                                layer  kind           channels  stride       sees  multiply-adds a pixel
                                image  image                 3       1        1x1  0
                                conv   convolution           4       2        3x3  27
                                relu   activation            4       2        3x3  0

                                2 layers, 27 multiply-adds a pixel: 0.00 GFLOP for 256 x 256, one way
                                """, ""));
    }

    @Test
    void readsFilesOfAllKinds() throws IOException {
        FileReference keras = KerasModelFile.sequential()
                .convolution("conv", "{}", new int[] {1, 1, 3, 2})
                .write(folder);
        FileReference vgg = new VggFile().convolution(0, 3, 2).write(folder);
        FileReference zip = Dl4jZip.ofClassifier().write(folder);

        assertThat(Outcome.of("network", keras.name()).out()).contains("a network of Keras", "conv ");
        assertThat(Outcome.of("network", vgg.name()).out()).contains("a network of safetensors", "block1_conv1 ");
        assertThat(Outcome.of("network", zip.name()).out()).contains("a network of Deeplearning4j", "conv ");
        assertThat(Outcome.of("network", "bundled:fcn512").out()).contains("a network of Lichen", "conv9 ");
    }

    @Test
    void refusesAPickleWithTheLineThatExportsTheNetwork() throws IOException {
        Path file = Files.write(folder.resolve("vgg.pth"), "\u0080\u0002.".getBytes(StandardCharsets.ISO_8859_1));

        Outcome outcome = Outcome.of("network", file.toString());

        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err())
                .startsWith(file + ": is a pickle of PyTorch, which is a program and is never run; export the network")
                .contains("torch.onnx.export(model.eval(), ");
    }
}

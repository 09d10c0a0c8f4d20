package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.app.cli.Outcome;
import lichen.app.cli.Vgg;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.random.RandomStreams;
import lichen.core.tensor.HostMemory;
import lichen.core.tensor.TensorScope;
import lichen.model.deeplearning4j.Dl4jZip;
import lichen.model.foreign.InputScaling;
import lichen.model.keras.KerasModelFile;
import lichen.model.onnx.OnnxModelFile;
import lichen.model.safetensors.VggFile;
import lichen.model.spec.Deeplearning4j;
import lichen.model.spec.Onnx;
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
                                  is taken to expect pixels as "imagenet-rgb", unless "scaling" says otherwise

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
    void saysWhatPixelsANetworkIsTakenToExpect() throws IOException {
        String vgg = Vgg.small().write(folder).name();
        String zip = Dl4jZip.ofClassifier().write(folder).name();

        assertThat(Outcome.of("network", vgg).out())
                .contains("is taken to expect pixels as \"imagenet-bgr\", unless \"scaling\" says otherwise");
        assertThat(Outcome.of("network", zip).out())
                .contains("does not tell what pixels it expects: \"scaling\" must be given");
    }

    @Test
    void writesANetworkForDeeplearning4jThatComputesTheSame() throws IOException {
        Path zip = folder.resolve("vgg.zip");
        FileReference file = Vgg.smallOfPyTorch().write(folder);
        String[] words = {"network", file.name(), "--to", zip.toString(), "--pixels", "imagenet-rgb"};

        Outcome written = Outcome.of(words);

        assertThat(written.code()).as(written.err()).isEqualTo(ExitCode.DONE);
        assertThat(written.out()).contains(zip + ": the network, for Deeplearning4j");
        assertThat(features(new Deeplearning4j(FileReference.to(zip), InputScaling.UNIT, false), "/features/1.2/Relu"))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4 ? 0 : Double.compare(a, b))
                .containsExactly(features(new Onnx(file, InputScaling.IMAGENET_RGB, false), "/features/1.2/Relu"));
        assertThat(Outcome.of("network", zip.toString()).out())
                .contains("a network of Deeplearning4j", "input-scaling ");
        assertThat(Outcome.of(words).err())
                .isEqualTo(zip + ": there is a file of this name; choose another by --to, or replace it by --force\n");
        assertThat(Outcome.of("network", zip.toString(), "--to", zip.toString(), "--force")
                        .err())
                .contains("is the network itself");
        assertThat(Outcome.of(
                                "network",
                                file.name(),
                                "--to",
                                folder.resolve("vgg.h5").toString())
                        .err())
                .contains("must end with .zip");
    }

    @Test
    void namesTheLayersThatDeeplearning4jLacksAndWritesNothing() throws IOException {
        Path zip = folder.resolve("out.zip");
        FileReference file = OnnxModelFile.ofImage(3, 10)
                .node(
                        "Pad",
                        "mirrored",
                        List.of("in"),
                        OnnxModelFile.wholesOf("pads", 0L, 0L, 1L, 1L, 0L, 0L, 1L, 1L),
                        OnnxModelFile.word("mode", "reflect"))
                .convolution("conv", "mirrored", new int[] {4, 3, 3, 3})
                .write(folder);

        Outcome refused = Outcome.of("network", file.name(), "--to", zip.toString());

        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(refused.err())
                .startsWith("--to " + zip + ": the network has layers that Deeplearning4j lacks: mirrored");
        assertThat(zip).doesNotExist();
    }

    private static float[] features(NetworkSpec network, String layer) throws IOException {
        float[] rgb = new float[32 * 32 * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i % 17 / 17f;
        }
        FeatureNetwork open = network.open(new RandomStreams(1).stream("unused"));
        try (TensorScope scope = new TensorScope()) {
            return HostMemory.toFloats(open.compile(new Size(32, 32), Border.NETWORK, List.of(layer), scope)
                    .at(Image.of(32, 32, rgb).tensor(scope))
                    .value()
                    .layer(layer));
        }
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

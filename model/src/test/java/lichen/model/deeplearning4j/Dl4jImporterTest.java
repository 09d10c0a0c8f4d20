package lichen.model.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.ForeignNetwork;
import lichen.model.foreign.InputScaling;
import lichen.model.graph.Node;
import lichen.model.operation.Convolve;
import lichen.model.spec.NetworkFiles;
import lichen.model.weights.NetworkFileException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

class Dl4jImporterTest {
    private static final String NUMBERS = "coefficients.bin";

    @TempDir
    private Path folder;

    @Test
    void leavesTheHeadAwayAndKeepsTheNamesOfLayers() throws IOException {
        ForeignNetwork network = read(Dl4jZip.ofClassifier());

        assertThat(network.format()).isEqualTo("Deeplearning4j");
        assertThat(network.graph().nodes()).extracting(Node::name).containsExactly("conv");
        assertThat(network.notes()).containsExactly("left away the head, mean, classes");
    }

    @Test
    void isToldFromOtherZips() throws IOException {
        assertThat(NetworkFiles.read(Dl4jZip.ofClassifier().write(folder), Optional.empty(), InputScaling.UNIT)
                        .format())
                .isEqualTo("Deeplearning4j");
    }

    @Test
    void readsNumbersOfTwiceThePrecision() throws IOException {
        MultiLayerNetwork network = Dl4jAgreement.sequence(
                CNN2DFormat.NCHW,
                new ConvolutionLayer.Builder(1, 1)
                        .nOut(2)
                        .activation(Activation.IDENTITY)
                        .build());

        Convolve convolve = (Convolve) read(Dl4jZip.of(network.convertDataType(DataType.DOUBLE)))
                .graph()
                .nodes()
                .get(0)
                .operation();

        assertThat(convolve.bias().values())
                .containsExactly(network.params().getFloat(0), network.params().getFloat(1));
    }

    /** An object that says when it is made of bytes. */
    private static final class Trap implements Serializable {
        private static final long serialVersionUID = 1L;
        private static boolean sprung;

        private void readObject(ObjectInputStream in) {
            sprung = true;
        }
    }

    @Test
    void neverUnpacksWhatJavaSerialised() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Trap());
        }
        Dl4jZip zip = Dl4jZip.ofClassifier()
                .with("preprocessor.bin", bytes.toByteArray())
                .with("normalizer.bin", bytes.toByteArray());

        assertThat(read(zip).graph().nodes()).hasSize(1);
        assertThat(Trap.sprung).isFalse();
    }

    @Test
    void takesAClassOfAnotherForWhatItIsCalledAndNothingElse() throws IOException {
        assertFailure(Dl4jZip.ofClassifier()
                        .changed(json -> json.replace(
                                "org.deeplearning4j.nn.conf.layers.ConvolutionLayer", "other.ConvolutionLayer")))
                .hasMessageContaining("has unsupported layers: other.ConvolutionLayer (conv); supported are")
                .hasMessageContaining("save a network of the layers before them");
    }

    @Test
    void namesAllThatIsUnsupportedAtOnce() throws IOException {
        MultiLayerNetwork network = Dl4jAgreement.sequence(
                CNN2DFormat.NCHW,
                new ConvolutionLayer.Builder(1, 1)
                        .nOut(2)
                        .activation(Activation.ELU)
                        .build(),
                new Deconvolution2D.Builder(2, 2).nOut(2).build(),
                new LocalResponseNormalization.Builder().build(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.PNORM)
                        .pnorm(2)
                        .build(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                        .kernelSize(3, 3)
                        .padding(1, 1)
                        .build(),
                new ConvolutionLayer.Builder(1, 1)
                        .nOut(2)
                        .stride(1, 2)
                        .activation(Activation.RELU)
                        .build());

        assertFailure(Dl4jZip.of(network))
                .hasMessageContaining(
                        "ConvolutionLayer with the activation ELU (layer0), Deconvolution2D (layer1),"
                                + " LocalResponseNormalization (layer2), SubsamplingLayer with poolingType PNORM (layer3),"
                                + " SubsamplingLayer with padding [1,1] (layer4), ConvolutionLayer with stride [1,2] (layer5);");
    }

    @Test
    void refusesNumbersThatDoNotFitTheLayers() throws IOException {
        assertFailure(Dl4jZip.ofClassifier().changed(json -> json.replace("\"nout\" : 4", "\"nout\" : 5")))
                .hasMessageContaining(
                        "layer conv: expected 135 numbers, found 117 that are left in the file; save the network again");
        assertFailure(Dl4jZip.ofClassifier().changed(json -> json.replace("\"nout\" : 2", "\"nout\" : 1")))
                .hasMessageContaining("has 122 coefficients, of which its layers take 117; save the network again");
        assertFailure(Dl4jZip.ofClassifier().without(NUMBERS))
                .hasMessageContaining("layer conv: expected 4 numbers, found 0 that are left in the file");
    }

    @Test
    void refusesAbsurdExtentsBeforeItMakesAnything() throws IOException {
        assertFailure(Dl4jZip.ofClassifier().changed(json -> json.replace("\"nout\" : 4", "\"nout\" : 1000000")))
                .hasMessageContaining("layer conv: expected 1000000 numbers, found 122");
        assertFailure(Dl4jZip.ofClassifier()
                        .changed(json -> json.replace("\"kernelSize\" : [ 3, 3 ]", "\"kernelSize\" : [ 9999999, 3 ]")))
                .hasMessageContaining("ConvolutionLayer with kernelSize [9999999,3] (conv)");
        Dl4jZip zip = Dl4jZip.ofClassifier();
        byte[] numbers = zip.entry(NUMBERS).clone();
        ByteBuffer.wrap(numbers).putLong(0x50 + 18, Long.MAX_VALUE / 8);
        assertFailure(zip.with(NUMBERS, numbers)).hasMessageContaining("numbers, but has 122; copy, download");
    }

    @Test
    void refusesDamagedFilesOfAnyLength() throws IOException {
        Dl4jZip classifier = Dl4jZip.ofClassifier();
        byte[] numbers = classifier.entry(NUMBERS);
        for (int length = 0; length < 110; length++) {
            assertFailure(classifier.with(NUMBERS, Arrays.copyOf(numbers, length)))
                    .hasMessageContaining("coefficients.bin");
        }
        byte[] zip = Files.readAllBytes(
                Path.of(classifier.with(NUMBERS, numbers).write(folder).name()));
        FileReference cut = FileReference.to(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, 500)));
        assertThatThrownBy(() -> Dl4jImporter.network(cut, InputScaling.UNIT, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageContaining("damaged zip");
    }

    @Test
    void refusesWhatIsNoNetworkWithAWayOut() throws IOException {
        assertFailure(Dl4jZip.ofClassifier().without("configuration.json"))
                .hasMessageContaining(
                        "holds no configuration.json as those of Deeplearning4j do; save the network with");
        assertFailure(Dl4jZip.ofClassifier().changed(json -> "{}"))
                .hasMessageContaining("neither of a MultiLayerNetwork nor of a ComputationGraph");
        assertFailure(Dl4jZip.ofClassifier().changed(json -> json.substring(5)))
                .hasMessageContaining("its configuration.json is not JSON");
        assertFailure(Dl4jZip.ofClassifier().changed(json -> json.replace("\"@class\"", "\"class\"")))
                .hasMessageContaining("was saved by an early version")
                .hasMessageContaining("load it with Deeplearning4j 1.0.0-M2.1 and save it again");
        Path text = Files.writeString(folder.resolve("text.zip"), "version https://git-lfs.github.com/spec/v1");
        assertThatThrownBy(() -> Dl4jImporter.network(FileReference.to(text), InputScaling.UNIT, false))
                .hasMessageContaining("is not a zip of Deeplearning4j but a pointer of Git LFS");
    }

    private ForeignNetwork read(Dl4jZip zip) throws IOException {
        return Dl4jImporter.network(zip.write(folder), InputScaling.UNIT, false);
    }

    private AbstractThrowableAssert<?, ?> assertFailure(Dl4jZip zip) throws IOException {
        FileReference file = zip.write(folder);
        return assertThatThrownBy(() -> Dl4jImporter.network(file, InputScaling.UNIT, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageStartingWith(file.toString());
    }
}

package lichen.model.keras;

import static lichen.model.keras.KerasModelFile.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lichen.core.plugin.FileReference;
import lichen.model.foreign.InputScaling;
import lichen.model.weights.NetworkFileException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DamagedFileTest {
    private static final int[] KERNEL = {1, 1, 3, 2};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <!DOCTYPE html><html>        | but a web page
                    {"class_name": "Sequential"} | but JSON
                    version https://git-lfs.git  | but a pointer of Git LFS
                    GIF89a                       | it starts with the bytes 47 49 46 38 39 61
                    """)
    void saysWhatAFileThatIsNotHdf5LooksLike(String content, String expected) throws IOException {
        assertRefused(write(content.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("is not an HDF5 file")
                .hasMessageContaining(expected);
    }

    @Test
    void saysThatAFileIsEmptyOrMissing() throws IOException {
        assertRefused(write(new byte[0])).hasMessageContaining("it is empty");
        FileReference missing = FileReference.to(folder.resolve("missing.h5"));
        assertThatThrownBy(() -> KerasImporter.read(missing, InputScaling.UNIT, false))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("missing.h5: no such file");
    }

    @Test
    @Timeout(60)
    void refusesAFileThatIsCutAnywhere() throws IOException {
        byte[] whole = ClassifierFile.bytes();
        FileReference file = write(whole);
        try (RandomAccessFile cut = new RandomAccessFile(file.name(), "rw")) {
            // The headers are short: beyond them a cut is like the next one.
            for (int length = whole.length - 1; length >= 0; length -= length > 4096 ? 5 : 1) {
                cut.setLength(length);
                assertRefused(file);
            }
        }
    }

    @Test
    @Timeout(60)
    void refusesAFileOfNewerLayoutThatIsCutAtAnyByte() throws IOException {
        FileReference file =
                KerasModelFile.sequential().convolution("conv", "{}", KERNEL).write(folder);
        try (RandomAccessFile cut = new RandomAccessFile(file.name(), "rw")) {
            for (long length = cut.length() - 1; length >= 0; length--) {
                cut.setLength(length);
                assertRefused(file);
            }
        }
    }

    @Test
    @Timeout(60)
    void readsOrRefusesAFileWithWrongBytes() throws IOException {
        byte[] whole = ClassifierFile.bytes();
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 250; round++) {
            byte[] wrong = whole.clone();
            for (int i = 0; i <= round % 8; i++) {
                wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            }
            try {
                KerasImporter.read(write(wrong), InputScaling.UNIT, false);
            } catch (NetworkFileException e) {
                assertThat(e).hasMessageNotContaining("\n");
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void saysWhatToSaveInPlaceOfWeightsAlone() throws IOException {
        Path path = folder.resolve("weights.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putAttribute("layer_names", new String[] {"conv"});
            file.putGroup("conv");
        }

        assertRefused(FileReference.to(path))
                .hasMessageContaining("holds weights but not the layers; name the network by \"architecture\"")
                .hasMessageContaining("or save the whole network with model.save(");
    }

    @Test
    void refusesConfigurationsOfOtherKinds() throws IOException {
        KerasModelFile model = KerasModelFile.sequential();
        assertRefused(model.write(folder, "no JSON")).hasMessageContaining("its model_config is not JSON");
        assertRefused(model.write(folder, "[]")).hasMessageContaining("holds a model of the class ''");
        assertRefused(model.write(folder, "{\"class_name\": \"MyModel\"}"))
                .hasMessageContaining("holds a model of the class 'MyModel'");
        assertRefused(model.write(folder, "{\"class_name\": \"Sequential\", \"config\": {\"layers\": [{}]}}"))
                .hasMessageContaining("a layer lacks its name");
    }

    @Test
    void namesTheLayerWhoseWeightsAreMissing() throws IOException {
        assertRefused(KerasModelFile.sequential()
                        .layer("Conv2D", "conv", "{'filters': 2, 'kernel_size': 1}")
                        .weights("conv", "kernel:0", numbers(i -> i, KERNEL))
                        .write(folder))
                .hasMessageContaining("layer conv: expected weights bias, found [kernel]");
    }

    @Test
    void namesTheLayerWhoseWeightsHaveAnotherShape() throws IOException {
        assertRefused(KerasModelFile.sequential()
                        .convolution("conv", "{}", KERNEL)
                        .weights("conv", "bias:0", numbers(i -> i, 3))
                        .write(folder))
                .hasMessageContaining("layer conv: expected bias [2], found [3]");
        assertRefused(KerasModelFile.sequential()
                        .layer("Conv2D", "conv", "{'filters': 2147483647, 'kernel_size': [2147483647, 7]}")
                        .weights("conv", "kernel:0", numbers(i -> i, KERNEL))
                        .write(folder))
                .hasMessageContaining("layer conv: expected kernel [2147483647, 7, 3, 2147483647], found [1, 1, 3, 2]");
    }

    @Test
    void namesTheLayerWithANumberThatIsNone() throws IOException {
        assertRefused(KerasModelFile.sequential()
                        .convolution("conv", "{}", KERNEL)
                        .weights("conv", "bias:0", numbers(i -> i == 1 ? Double.NaN : 0, 2))
                        .write(folder))
                .hasMessageContaining("layer conv: expected finite numbers in its bias, found NaN at index 1");
        assertRefused(KerasModelFile.sequential()
                        .layer("BatchNormalization", "norm", "{'scale': false, 'center': false}")
                        .weights("norm", "moving_mean:0", numbers(c -> 0, 3))
                        .weights("norm", "moving_variance:0", numbers(c -> -1, 3))
                        .write(folder))
                .hasMessageContaining("layer norm: expected finite numbers in its scale, found NaN at index 0");
    }

    private FileReference write(byte[] content) throws IOException {
        return FileReference.to(Files.write(folder.resolve("file.h5"), content));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(FileReference file) {
        return assertThatThrownBy(() -> KerasImporter.read(file, InputScaling.UNIT, false))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageNotContaining("\n");
    }
}

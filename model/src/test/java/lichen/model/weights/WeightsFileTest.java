package lichen.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;
import lichen.core.plugin.FileReference;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsFileTest {
    private static final Map<String, String> METADATA = Map.of("loss", "0.02", "data set", "148 photographs");

    @TempDir
    private Path folder;

    @Test
    void givesBackWhatWasWritten() throws IOException {
        WeightsFile read = WeightsFile.read(write(bytes()));

        assertThat(read.metadata()).isEqualTo(METADATA);
        assertThat(read.graph()).usingRecursiveComparison().isEqualTo(Networks.everyOperation());
    }

    @Test
    void givesTheSameBytesForTheSameContents() throws IOException {
        Map<String, String> otherOrder = new LinkedHashMap<>();
        otherOrder.put("loss", "0.02");
        otherOrder.put("data set", "148 photographs");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WeightsFile.read(write(bytes())).write(out);
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        new WeightsFile(Networks.everyOperation(), otherOrder).write(other);

        assertThat(out.toByteArray()).isEqualTo(bytes()).isEqualTo(other.toByteArray());
    }

    @Test
    @Timeout(60)
    void refusesAFileThatIsCutAtAnyByte() throws IOException {
        byte[] whole = bytes();
        for (int length = 0; length < whole.length; length++) {
            assertRefused(write(Arrays.copyOf(whole, length)));
        }
    }

    @Test
    @Timeout(60)
    void readsOrRefusesAFileWithWrongBytes() throws IOException {
        byte[] whole = bytes();
        Random random = new Random(3);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] wrong = whole.clone();
            wrong[random.nextInt(wrong.length)] = (byte) random.nextInt();
            try {
                WeightsFile.read(write(wrong));
            } catch (NetworkFileException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "version":1         | "version":2        | has version 2 of the format, but only 1 can be read
                    "lichen-network"    | "other"            | is a zip, but not a network file of Lichen
                    "stride":2          | "stride":0         | layer mean needs a window and a stride of at least 1
                    "stride":2          | "stride":1e9       | layer mean needs a window and a stride of at least 1
                    "padding":"valid"   | "padding":"mirror" | layer mean has the unknown padding "mirror"
                    [0,1,0,1]           | [0,1,-1,1]         | layer padded needs four margins of at least 0, found -1
                    "maximum":6.0       | "maximum":0        | layer capped needs a maximum above 0, found 0
                    "operation":"relu"  | "operation":"elu"  | layer relu has the unknown operation "elu"
                    "stride":2          | "strides":2        | layer mean lacks the key stride
                    "stride":2          | "stride":2, "x": 0 | layer mean has the unknown key x
                    "name":"max"        | "name":"norm"      | has a second layer of the name "norm"
                    "name":"last"       | "name":"end"       | lacks the array end/weights
                    ["relu"]            | ["last"]           | layer mirrored reads [last], which are not all before it
                    ["relu"]            | ["norm"]           | layer depthwise: expected weights for 4 channels, found 8
                    [3,2]               | [5,2]              | array block/conv/weights: expected [any, 5, 2, any], found [4, 3, 2, 3]
                    [3,2]               | [2147483647,2]     | expected [any, 2147483647, 2, any]
                    "loss":"0.02"       | "loss":0.02        | has metadata that are not texts: loss
                    "metadata"          | "nodes"            | about.json is not JSON
                    """)
    void saysWhatIsWrongWithTheDescription(String written, String wrong, String expected) throws IOException {
        assertRefused(write(changed(about -> about.replace(written, wrong)))).hasMessageContaining(expected);
    }

    @Test
    void namesArraysThatAreMissingTooManyOrNotFinite() throws IOException {
        assertRefused(write(changedArrays(arrays -> arrays.remove("norm/shift"))))
                .hasMessageContaining("lacks the array norm/shift");
        assertRefused(write(changedArrays(arrays -> arrays.put("other", NdArray.of(new float[1], 1)))))
                .hasMessageContaining("holds arrays that no layer has: [other]");
        assertRefused(write(changedArrays(arrays -> arrays.put("block/conv/bias", NdArray.of(new float[2], 2)))))
                .hasMessageContaining("array block/conv/bias: expected [4], found [2]");
        assertRefused(write(changedArrays(arrays -> arrays.put("last/bias", NdArray.of(new float[] {Float.NaN}, 1)))))
                .hasMessageContaining("layer last: expected finite numbers in its bias, found NaN at index 0");
    }

    @Test
    void saysWhatAnotherFileIs() throws IOException {
        assertRefused(write("\u0089HDF".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("for a Keras file (.h5) choose the network type \"keras\"");
    }

    private static byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WeightsFile(Networks.everyOperation(), METADATA).write(out);
        return out.toByteArray();
    }

    private static byte[] changed(UnaryOperator<String> change) throws IOException {
        Npz npz = Npz.read(new ByteArrayInputStream(bytes()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Npz(npz.arrays(), change.apply(npz.about())).write(out);
        return out.toByteArray();
    }

    private static byte[] changedArrays(Consumer<Map<String, NdArray<?>>> change) throws IOException {
        Npz npz = Npz.read(new ByteArrayInputStream(bytes()));
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>(npz.arrays());
        change.accept(arrays);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Npz(arrays, npz.about()).write(out);
        return out.toByteArray();
    }

    private FileReference write(byte[] content) throws IOException {
        return FileReference.to(Files.write(folder.resolve("network.npz"), content));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(FileReference file) {
        return assertThatThrownBy(() -> WeightsFile.read(file))
                .isInstanceOf(NetworkFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageNotContaining("\n");
    }
}

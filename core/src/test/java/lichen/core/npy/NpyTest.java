package lichen.core.npy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyTest {
    @Test
    void writesTheHeaderThatNumPyWrites() throws IOException {
        byte[] bytes = bytes(NdArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));

        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
        assertThat(new String(bytes, 10, header.length(), StandardCharsets.US_ASCII))
                .isEqualTo(header);
        assertThat(bytes).hasSize(128 + 24);
        assertThat(bytes[127]).isEqualTo((byte) '\n');
        assertThat(Arrays.copyOfRange(bytes, 128, 132)).containsExactly(0, 0, (byte) 0x80, 0x3f);
    }

    @Test
    void readsWhatItWrote() throws IOException {
        NdArray<?> back = Npy.read(new ByteArrayInputStream(bytes(NdArray.of(new double[] {Math.PI, -0.0}, 2))));

        assertThat(back.shape()).containsExactly(2);
        assertThat(back.doubles()).containsExactly(Math.PI, -0.0);
    }

    @Test
    void tellsWhenAFileEndsEarly() throws IOException {
        byte[] bytes = bytes(NdArray.of(new double[] {1, 2, 3}, 3));

        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(bytes, 0, bytes.length - 5)))
                .isInstanceOf(IOException.class)
                .hasMessage("the file ends early: 19 of 24 bytes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99999, 99999 | declares 9999800001 numbers",
                "99999999999, 1 | absurd shape",
                "2000000000, 2000000000, 2000000000 | absurd shape"
            })
    void refusesAnAbsurdShapeBeforeAllocating(String shape, String reason) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + shape + "), }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        out.write(header.getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(out.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void archivesKeepNamesOrderAndText() throws IOException {
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        arrays.put("b/weights", NdArray.of(new float[] {1}, 1));
        arrays.put("a", NdArray.of(new double[] {2, 3}, 2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Npz(arrays, "{\"x\": 1}").write(out);

        Npz back = Npz.read(new ByteArrayInputStream(out.toByteArray()));

        assertThat(back.arrays().keySet()).containsExactly("b/weights", "a");
        assertThat(back.about()).isEqualTo("{\"x\": 1}");
    }

    @Test
    void refusesAFileThatIsNoArchive() {
        assertThatThrownBy(() -> Npz.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .isInstanceOf(IOException.class)
                .hasMessage("not an .npz file");
    }

    private static byte[] bytes(NdArray<?> array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Npy.write(array, out);
        return out.toByteArray();
    }
}

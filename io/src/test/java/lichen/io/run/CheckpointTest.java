package lichen.io.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import lichen.core.npy.NdArray;
import lichen.core.npy.Npz;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    private Path folder;

    private Checkpoint checkpoint = new Checkpoint(Path.of(""));

    @BeforeEach
    void useTheFolder() {
        checkpoint = new Checkpoint(folder);
    }

    @Test
    void loadsWhatWasSavedLast() throws IOException {
        assertThat(checkpoint.load()).isEmpty();
        checkpoint.save(state(1));
        checkpoint.save(state(2));
        assertThat(loaded()).isEqualTo(2);
    }

    @Test
    void usesThePreviousStateWhereTheLastIsDamagedAnywhere() throws IOException {
        Path latest = folder.resolve("state.npz");
        checkpoint.save(state(1));
        checkpoint.save(state(2));
        byte[] whole = Files.readAllBytes(latest);
        byte[] previous = Files.readAllBytes(folder.resolve("state.previous.npz"));
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(latest, Arrays.copyOf(whole, length));
            assertThat(loaded()).isEqualTo(1);
        }
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 0x55;
        Files.write(latest, flipped);
        assertThat(loaded()).isEqualTo(1);
        checkpoint.save(state(3));
        assertThat(folder.resolve("state.previous.npz")).hasBinaryContent(previous);
        assertThat(loaded()).isEqualTo(3);
    }

    @Test
    void saysThatBothStatesAreDamaged() throws IOException {
        checkpoint.save(state(1));
        Files.write(folder.resolve("state.npz"), new byte[10]);
        assertThatThrownBy(() -> checkpoint.load())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("start again under a new --name");
    }

    @Test
    void keepsTheLastStateWhereSavingFails() throws IOException {
        checkpoint.save(state(1));
        Files.createDirectory(folder.resolve("state.previous.npz"));
        Files.writeString(folder.resolve("state.previous.npz/in-the-way"), "");
        assertThatThrownBy(() -> checkpoint.save(state(2))).isInstanceOf(IOException.class);
        assertThat(loaded()).isEqualTo(1);
    }

    private double loaded() throws IOException {
        Npz state = checkpoint.load().orElseThrow();
        return Objects.requireNonNull(state.arrays().get("x")).doubles()[0];
    }

    private static Npz state(double number) {
        double[] numbers = new double[500];
        Arrays.setAll(numbers, i -> number + i * i);
        Map<String, NdArray<?>> arrays = new LinkedHashMap<>();
        arrays.put("x", NdArray.of(numbers, 500));
        arrays.put("y", NdArray.of(new float[] {1, 2}, 2));
        return new Npz(arrays, "{\"evaluation\": 1}");
    }
}

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
import lichen.io.file.AtomicFiles;
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
    void saysThatTheStateIsDamagedAnywhere() throws IOException {
        Path file = folder.resolve("state.npz");
        checkpoint.save(state(1));
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 0x55;
        Files.write(file, flipped);
        assertDamaged();
        for (int length = 0; length < whole.length; length += 37) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertDamaged();
        }
        checkpoint.save(state(3));
        assertThat(loaded()).isEqualTo(3);
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> checkpoint.load())
                .isInstanceOf(RunException.class)
                .hasMessageContaining("start again under a new --name");
    }

    @Test
    void takesNoMoreRoomThanOneState() throws IOException {
        checkpoint.save(state(1));
        checkpoint.save(state(2));
        assertThat(folder.toFile().list()).containsExactly("state.npz");
        assertThat(Files.size(folder.resolve("state.npz"))).isBetween(4000L, state(2).bytes());
    }

    @Test
    void saysHowMuchRoomStatesNeed() throws IOException {
        checkpoint.requireRoom(1000);
        assertThatThrownBy(() -> checkpoint.requireRoom(1L << 60))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("2305843009213.7 MB are needed, ")
                .hasMessageContaining(" MB are free; free some, choose a folder on another disk by --runs, or");
    }

    @Test
    void keepsTheLastStateWhereSavingFails() throws IOException {
        checkpoint.save(state(1));
        Path inTheWay = Files.createDirectory(AtomicFiles.partial(folder.resolve("state.npz")));
        Files.writeString(inTheWay.resolve("file"), "");
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

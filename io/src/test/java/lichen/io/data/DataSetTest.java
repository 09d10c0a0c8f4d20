package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.io.image.Depth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    private static final Appearance APPEARANCE = new Appearance(0.25, 1.0 / 3);

    @TempDir
    private Path folder;

    @Test
    void comesBackFromItsManifestAsItWas() throws IOException {
        DataSetManifest manifest = manifest(patch("0001-a-001", "ab", Subset.TRAINING));
        Path file = Files.writeString(folder.resolve("data-set.json"), DataSetManifestJson.text(manifest));
        assertThat(DataSetManifestJson.read(file)).isEqualTo(manifest);
        assertThat(DataSetManifestJson.text(DataSetManifestJson.read(file)))
                .isEqualTo(DataSetManifestJson.text(manifest));
    }

    @Test
    void hasAHashOfWhatItsPatchesShowAndWhatTheyAreFor() {
        String hash = manifest(patch("0001-a-001", "ab", Subset.TRAINING)).hash();
        // The SHA-256 of "training ab" and a line feed.
        assertThat(hash).isEqualTo("034fccc62ec23574af1f7c1a03372b61121791ca76b854bff10878df95772b4a");
        assertThat(manifest(patch("renamed", "ab", Subset.TRAINING)).hash()).isEqualTo(hash);
        assertThat(manifest(patch("0001-a-001", "ab", Subset.VALIDATION)).hash())
                .isNotEqualTo(hash);
        assertThat(manifest(patch("0001-a-001", "cd", Subset.TRAINING)).hash()).isNotEqualTo(hash);
    }

    @Test
    void refusesAPatchThatWasPaintedOver() throws IOException {
        DataSet set = Studio.dataSet(folder, 2);
        Patch patch = set.training().get(1);
        Studio.CODEC.writePng(Studio.noise(32, 32, 99), set.file(patch), Depth.EIGHT_BITS);
        assertThatThrownBy(() -> set.read(patch))
                .isInstanceOf(DataSetException.class)
                .hasMessage(set.file(patch) + ": was changed since it was cut; remove " + folder.resolve("set")
                        + " and cut the data set again");
    }

    @Test
    void refusesAManifestThatIsNotAsItWasWritten() throws IOException {
        Studio.dataSet(folder, 2);
        Path file = folder.resolve("set/data-set.json");
        String whole = Files.readString(file);
        assertRefused(file, whole.substring(0, whole.length() / 2), "is damaged, or not of a data set");
        assertRefused(file, "{}", "is damaged, or not of a data set");
        assertRefused(file, "", "is damaged, or not of a data set");
        assertRefused(file, whole.replaceFirst("0001-a-001", "../../secret"), "is damaged, or not of a data set");
        assertRefused(file, whole.replace("\"validation\"", "\"training\""), "was changed, as its hash is not");
        assertRefused(file, whole.replace("\"version\" : 1", "\"version\" : 2"), "is of version 2");
    }

    private void assertRefused(Path file, String text, String reason) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> DataSet.read(folder.resolve("set"), Studio.CODEC))
                .isInstanceOf(DataSetException.class)
                .hasMessageStartingWith(file + ": " + reason)
                .message()
                .doesNotContain("\n");
    }

    private static DataSetManifest manifest(Patch patch) {
        SourcePhotograph photograph =
                new SourcePhotograph("deep/a b.jpg", "00ff", new Size(640, 480), 300, Subset.TRAINING);
        Layout layout = new Layout(32, new Turns(true, false), new Rejection(0.008, 0.05), List.of(photograph));
        return new DataSetManifest(
                layout,
                List.of(patch),
                List.of(new RejectedPatch("deep/a b.jpg", new Crop(1, 2, 3, 3), Fault.OUT_OF_FOCUS, APPEARANCE)),
                List.of("a notice with \"quotes\""));
    }

    private static Patch patch(String name, String hash, Subset subset) {
        return new Patch(name, "deep/a b.jpg", new Crop(20, 90, 300, 300), hash, subset, APPEARANCE);
    }
}

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
import lichen.io.json.RecordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    @TempDir
    private Path folder;

    @Test
    void comesBackFromItsManifestAsItWas() throws IOException {
        DataSetManifest manifest = manifest(patch("0001-a-001", "ab", Subset.TRAINING));
        Path file = folder.resolve("data-set.json");
        RecordFile.write(file, manifest);
        assertThat(DataSetManifest.read(file)).isEqualTo(manifest);
    }

    @Test
    void isReadAsEarlierVersionsWroteIt() throws IOException {
        Path file = Files.writeString(folder.resolve("data-set.json"), """
                {
                  "format" : "lichen-data-set",
                  "version" : 1,
                  "hash" : "034fccc62ec23574af1f7c1a03372b61121791ca76b854bff10878df95772b4a",
                  "size" : 32,
                  "rotations" : true,
                  "mirrors" : false,
                  "reject" : {
                    "least-contrast" : 0.008,
                    "least-sharpness" : 0.05
                  },
                  "notices" : [ "a notice with \\"quotes\\"" ],
                  "photographs" : [ {
                    "name" : "deep/a b.jpg",
                    "sha256" : "00ff",
                    "extents" : [ 640, 480 ],
                    "side" : 300,
                    "subset" : "training"
                  } ],
                  "patches" : [ {
                    "name" : "0001-a-001",
                    "source" : "deep/a b.jpg",
                    "box" : [ 20, 90, 300, 300 ],
                    "sha256" : "ab",
                    "subset" : "training",
                    "contrast" : 0.25,
                    "sharpness" : 0.3333333333333333
                  } ],
                  "rejected" : [ {
                    "source" : "deep/a b.jpg",
                    "box" : [ 1, 2, 3, 3 ],
                    "fault" : "out of focus",
                    "contrast" : 0.25,
                    "sharpness" : 0.3333333333333333
                  } ]
                }
                """);
        assertThat(DataSetManifest.read(file)).isEqualTo(manifest(patch("0001-a-001", "ab", Subset.TRAINING)));
    }

    @Test
    void tellsOfAManifestOfALaterVersionThatSaysOtherThings() throws IOException {
        assertRefused(
                Files.createDirectory(folder.resolve("set")).resolve("data-set.json"),
                "{\"format\": \"lichen-data-set\", \"version\": 12, \"sides\": [32]}",
                "is of version 12");
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
        assertRefused(file, whole.replace("\"version\": 1", "\"version\": 2"), "is of version 2");
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
        return DataSetManifest.of(
                layout,
                List.of(patch),
                List.of(new RejectedPatch("deep/a b.jpg", new Crop(1, 2, 3, 3), "out of focus", 0.25, 1.0 / 3)),
                List.of("a notice with \"quotes\""));
    }

    private static Patch patch(String name, String hash, Subset subset) {
        return new Patch(name, "deep/a b.jpg", new Crop(20, 90, 300, 300), hash, subset, 0.25, 1.0 / 3);
    }
}

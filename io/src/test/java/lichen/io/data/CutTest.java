package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import lichen.core.image.SideRange;
import lichen.core.plugin.FolderReference;
import lichen.io.file.WriteException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutTest {
    @TempDir
    private Path folder;

    private Path photographs = Path.of("none");
    private Path set = Path.of("none");

    @BeforeEach
    void takePhotographs() throws IOException {
        photographs = Studio.photographs(folder.resolve("photographs"), 4);
        set = folder.resolve("run/set");
    }

    @Test
    void givesThePixelsOfThePhotographs() throws IOException {
        DataSet cut = cut();
        assertThat(cut.patches()).hasSize(4 * 6);
        for (Patch patch : cut.patches()) {
            assertThat(cut.read(patch).toArray())
                    .isEqualTo(Studio.CODEC
                            .read(photographs.resolve(patch.source()))
                            .crop(patch.box())
                            .toArray());
        }
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        List<String> told = new ArrayList<>();
        plan().cut(set, Studio.CODEC, (done, total, photograph) -> told.add(done + "/" + total + photograph.name()));
        assertThat(told).containsExactly("1/4a.png", "2/4b.png", "3/4c.png", "4/4d.png");
    }

    @Test
    void usesWhatIsThereAlready() throws IOException {
        DataSet first = cut();
        Path file = first.file(first.patches().get(0));
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, time);
        DataSet second = cut();
        assertThat(second.hash()).isEqualTo(first.hash());
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
    }

    @Test
    void doesAgainWhatWasLeftUnfinished() throws IOException {
        String hash = cut().hash();
        Files.delete(set.resolve("data-set.json"));
        Path stale = Files.writeString(set.resolve("patches/0009-stale-001.png"), "stale");
        Path partial = Files.writeString(set.resolve("patches/.0009-stale-001.png.77.partial"), "stale");
        Path foreign = Files.writeString(set.resolve("patches/notes.txt"), "mine");
        assertThat(cut().hash()).isEqualTo(hash);
        assertThat(stale).doesNotExist();
        assertThat(partial).doesNotExist();
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void doesAgainWhatLostAPatch() throws IOException {
        DataSet first = cut();
        Files.delete(first.file(first.patches().get(3)));
        assertThat(cut().read(first.patches().get(3)).width()).isEqualTo(32);
    }

    @Test
    void isNoDataSetBeforeItsEnd() {
        assertThatThrownBy(() -> plan().cut(set, Studio.CODEC, (done, total, photograph) -> {
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(set.resolve("patches")).isNotEmptyDirectory();
        assertThatThrownBy(() -> DataSet.read(set, Studio.CODEC))
                .isInstanceOf(DataSetException.class)
                .hasMessage(set + ": holds no data set, as there is no data-set.json in it; check the path, or cut the"
                        + " data set to its end");
    }

    @Test
    void refusesAFolderOfAnotherDataSet() throws IOException {
        cut();
        PatchPlan other = Studio.sized(photographs, new SideRange(20, 20), 32).plan(Studio.CODEC, Studio.RANDOM);
        assertThatThrownBy(() -> other.cut(set, Studio.CODEC, Studio.SILENT))
                .isInstanceOf(DataSetException.class)
                .hasMessage(set + ": holds a data set of other photographs or settings; bring back what it was made"
                        + " with, or choose another folder");
    }

    @Test
    void refusesAPhotographThatHasChangedSinceItWasPlanned() throws IOException {
        PatchPlan plan = plan();
        Path changed = Studio.write(photographs.resolve("c.png"), Studio.noise(100, 70, 99));
        assertThatThrownBy(() -> plan.cut(set, Studio.CODEC, Studio.SILENT))
                .isInstanceOf(DataSetException.class)
                .hasMessage(changed + ": has changed since the data set was planned; start again, or bring back what"
                        + " was there");
        assertThat(set.resolve("data-set.json")).doesNotExist();
    }

    @Test
    void refusesAPhotographThatIsGone() throws IOException {
        PatchPlan plan = plan();
        Path gone = photographs.resolve("c.png");
        Files.delete(gone);
        assertThatThrownBy(() -> plan.cut(set, Studio.CODEC, Studio.SILENT))
                .isInstanceOf(DataSetException.class)
                .hasMessage(gone + ": is gone since the data set was planned; bring it back, or start again without"
                        + " it");
    }

    @Test
    void passesOverWhatProvesDamagedOnlyWhenDecodedAndGoesOnTheSameWayWhenResumed() throws IOException {
        spoil("c.png");
        PatchPlan plan = plan();
        DataSet cut = plan.cut(set, Studio.CODEC, Studio.SILENT);
        assertThat(cut.patches())
                .hasSize(3 * 6)
                .noneMatch(patch -> patch.source().equals("c.png"));
        assertThat(cut.noticesSince(plan))
                .singleElement()
                .asString()
                .startsWith("passed over c.png: the PNG is damaged")
                .doesNotContain("\n");
        assertThat(cut().hash()).isEqualTo(cut.hash());
        Files.delete(set.resolve("data-set.json"));
        assertThat(cut().hash()).isEqualTo(cut.hash());
    }

    @Test
    void saysWhyNothingIsLeftOfDamagedPhotographs() throws IOException {
        for (String name : List.of("a.png", "b.png", "c.png", "d.png")) {
            spoil(name);
        }
        assertThatThrownBy(this::cut)
                .isInstanceOf(DataSetException.class)
                .hasMessageStartingWith(
                        "no patch is left to train on: 4 photographs cannot be read, the first: a.png: ");
    }

    /** Damages the packed pixels of a photograph, and mends the checksum: nothing shows before it is decoded. */
    private void spoil(String name) throws IOException {
        Path file = photographs.resolve(name);
        byte[] png = Files.readAllBytes(file);
        int length = ByteBuffer.wrap(png).getInt(33);
        Arrays.fill(png, 41 + length / 2, 41 + length, (byte) 0xff);
        CRC32 checksum = new CRC32();
        checksum.update(png, 37, 4 + length);
        ByteBuffer.wrap(png).putInt(41 + length, (int) checksum.getValue());
        Files.write(file, png);
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("run"), "a file in the way");
        assertThatThrownBy(this::cut)
                .isInstanceOf(WriteException.class)
                .hasMessageStartingWith(set.resolve("patches") + ": cannot be written: ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void leavesOutBlankPatchesAndTellsOfThem() throws IOException {
        Studio.write(photographs.resolve("blank.png"), Studio.flat(70, 40, 0.5f));
        DataSet cut = rejecting(new Rejection(0.01, 0.05)).cut(set, Studio.CODEC, Studio.SILENT);
        assertThat(cut.rejected())
                .hasSize(2)
                .allSatisfy(patch -> assertThat(patch)
                        .returns("blank.png", RejectedPatch::source)
                        .returns("blank", RejectedPatch::fault)
                        .returns(0.0, RejectedPatch::contrast)
                        .returns(0.0, RejectedPatch::sharpness));
        assertThat(cut.notices()).containsExactly("2 of 26 patches left out: 2 blank", "no patch of blank.png is left");
        try (Stream<Path> files = Files.list(set.resolve("patches"))) {
            assertThat(files).hasSize(24);
        }
    }

    @Test
    void refusesToLeaveOutEverything() throws IOException {
        PatchPlan plan = rejecting(new Rejection(0, 25));
        assertThatThrownBy(() -> plan.cut(set, Studio.CODEC, Studio.SILENT))
                .isInstanceOf(DataSetException.class)
                .hasMessageStartingWith("no patch is left to train on: 24 out of focus. The highest contrast is 0.")
                .hasMessageEndingWith(
                        ": lower least-contrast or least-sharpness in \"reject\", or give other photographs");
    }

    private PatchPlan rejecting(Rejection rejection) throws IOException {
        return new Patches(
                        Optional.of(FolderReference.to(photographs)),
                        List.of(),
                        new SideRange(32, 32),
                        32,
                        0,
                        true,
                        true,
                        rejection)
                .plan(Studio.CODEC, Studio.RANDOM);
    }

    private PatchPlan plan() throws IOException {
        return Studio.plain(photographs).plan(Studio.CODEC, Studio.RANDOM);
    }

    private DataSet cut() throws IOException {
        return plan().cut(set, Studio.CODEC, Studio.SILENT);
    }
}

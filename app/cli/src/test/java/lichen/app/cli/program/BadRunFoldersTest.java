package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import lichen.io.file.AtomicFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that runs cannot be written to, or gone on with: one message, exit code 2, and what is there stays as it is. */
class BadRunFoldersTest {
    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path photo = folder.resolve("photo.png");
        byte[] before = Files.readAllBytes(photo);
        assertThat(runInto(photo).err())
                .isEqualTo(photo + ": is a file, not a folder; choose another folder by --runs\n");
        assertThat(runInto(photo.resolve("runs")).err())
                .isEqualTo(photo.resolve("runs").resolve("tiny")
                        + ": cannot be written: a part of the path is a file, not a folder; choose another path\n");
        assertThat(photo).hasBinaryContent(before);
    }

    @Test
    void refusesAFolderThatMayNotBeWritten() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Assumptions.assumeTrue(
                locked.toFile().setWritable(false) && !Files.isWritable(locked), "this user may write to every folder");
        assertThat(runInto(locked))
                .isEqualTo(new Outcome(
                        ExitCode.INPUT,
                        "",
                        locked.resolve("tiny")
                                + ": cannot be written: permission denied; choose a folder that you may write to\n"));
    }

    @Test
    void tellsThatTheDiskIsFullAndLeavesNoHalfWrittenFile() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        String temporary = System.setProperty("java.io.tmpdir", elsewhere.toString());
        try (SmallDisk small = SmallDisk.mount(folder.resolve("disk"), "64k")) {
            Path disk = small.folder();
            Outcome outcome = runInto(disk, "-s", "output.checkpoint-seconds=0", "-s", "output.preview-every=1");
            assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
            assertThat(outcome.err())
                    .startsWith(disk.resolve("tiny").toString())
                    .contains("cannot be written: no space is left after ")
                    .hasLineCount(1);
            assertThat(filesBelow(disk)).noneMatch(name -> name.endsWith(AtomicFiles.PARTIAL));
            assertThat(elsewhere).isDirectoryContaining("glob:**-result.png");
        } finally {
            System.setProperty("java.io.tmpdir", temporary);
        }
    }

    @Test
    void tellsThatTheDiskHasNoRoomForSavedStates() throws IOException {
        // 48 x 48 x 3 numbers, each with 2 x (10,000,000 + 1) + 1 in a state of eight bytes each.
        Outcome outcome = place.run("-s", "optimizer.history=10000000");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err())
                .matches("\\S+state.npz: saved states, of which there are two while one takes the place of the other:"
                        + " 2211840.3 MB are needed, [0-9.]+ MB are free; free some, choose a folder on another disk by"
                        + " --runs, or save none by -s output.checkpoint-seconds=0\n");
        assertThat(place.runs().resolve("tiny/images/result.png")).doesNotExist();
    }

    @Test
    void tellsOfAFolderThatCannotBeMadeBeforeAnythingIsOpened() throws IOException {
        Path below = Files.writeString(folder.resolve("file"), "").resolve("runs");
        assertThat(runInto(below, "-s", "objective.layers=no-such-layer").err())
                .isEqualTo(below.resolve("tiny")
                        + ": cannot be written: a part of the path is a file, not a folder; choose another path\n");
    }

    @Test
    void refusesASecondRunOfTheSameName() throws IOException {
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        List<String> before = filesBelow(place.runs());
        assertThat(place.run())
                .isEqualTo(
                        refusal(": there is a run of this name; choose another --name, or go on with it by --resume"));
        assertThat(filesBelow(place.runs())).isEqualTo(before);
    }

    @Test
    void refusesToResumeWhatIsNotThereOrDoneOrChanged() throws IOException {
        assertThat(place.run("--resume"))
                .isEqualTo(refusal(": there is no such run to resume; leave out --resume to start it"));
        assertThat(place.runs()).doesNotExist();
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        assertThat(place.run("--resume"))
                .isEqualTo(refusal(": is already done; see its report.html, or choose a new --name to run again"));
        assertThat(place.run("--resume", "-s", "seed=8", "-s", "optimizer.history=5"))
                .isEqualTo(refusal(
                        ": the config is not that of the run: $.seed was 7, is 8; $.optimizer.history was 20, is 5;"
                                + " undo the changes, or choose a new --name"));
    }

    @Test
    void refusesToResumeWithAnotherPhotograph() throws IOException {
        assertThat(place.run().code()).isEqualTo(ExitCode.DONE);
        Path manifest = place.runs().resolve("tiny/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"done\"", "\"interrupted\""));
        Path photo = place.photograph("photo.png", 50, 48);
        assertThat(place.run("--resume"))
                .isEqualTo(refusal(": changed since the run began: " + photo
                        + "; bring back what was there, or choose a new --name"));
    }

    @Test
    void refusesNamesThatLeadElsewhere() {
        place.assertRefused(
                "\"../out\": cannot name a run; a name has up to 100 characters, does not begin with a dot or a space, and"
                        + " has none of / \\ : * ? \" |",
                "--name",
                "../out");
    }

    private Outcome refusal(String reason) {
        return new Outcome(ExitCode.INPUT, "", place.runs().resolve("tiny") + reason + "\n");
    }

    private Outcome runInto(Path runs, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("run", place.config().toString(), "--runs", runs.toString()), Stream.of(more))
                .toArray(String[]::new);
        return Outcome.of(arguments);
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.map(Path::toString).sorted().collect(Collectors.toList());
        }
    }
}

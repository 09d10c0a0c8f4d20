package lichen.app.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import lichen.app.cli.Outcome;
import lichen.app.cli.command.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that cannot be used: one message with the way out, exit code 2, and nothing is written. */
class BadImagesTest {
    private static final String TARGET = "target.image=";
    private static final int HEADER = 12;
    private static final int HEADER_LENGTH = 17;

    @TempDir
    private Path folder;

    private Workplace place = new Workplace(Path.of(""));

    @BeforeEach
    void prepare() throws IOException {
        place = Workplace.in(folder);
    }

    @Test
    void refusesAMissingFile() {
        Path none = folder.resolve("none.png");
        place.assertRefused(
                "1) $.target.image (-s target.image=" + shown(none) + "): " + none
                        + ": no such file. Check the name, or name another file with -s target.image=<file>.",
                "-s",
                TARGET + none);
    }

    @Test
    void refusesAFileThatIsNoImage() {
        place.assertRefusedAt(
                "$.target.image",
                place.config() + ": not an image; use a PNG, JPEG, TIFF or WebP file",
                "-s",
                TARGET + place.config());
    }

    @Test
    void refusesATruncatedImage() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("photo.png"));
        Path half = Files.write(folder.resolve("half.png"), Arrays.copyOf(bytes, bytes.length / 2));
        Outcome outcome = place.run("-s", TARGET + half);
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(outcome.err())
                .startsWith("1) $.target.image (")
                .contains("): " + half + ": ", "ends early")
                .hasLineCount(1);
        assertThat(place.runs()).doesNotExist();
    }

    @Test
    void refusesAnImageThatDeclaresThousandsOfMegapixelsBeforeDecodingIt() throws IOException {
        ByteBuffer png = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("photo.png")));
        png.putInt(HEADER + 4, 60_000).putInt(HEADER + 8, 60_000);
        CRC32 checksum = new CRC32();
        checksum.update(png.array(), HEADER, HEADER_LENGTH);
        png.putInt(HEADER + HEADER_LENGTH, (int) checksum.getValue());
        Path giant = Files.write(folder.resolve("giant.png"), png.array());
        place.assertRefusedAt(
                "$.target.image",
                giant
                        + ": declares 60000 x 60000 pixels; the most are 30000 a side and 100 megapixels: cut out or shrink"
                        + " the part you need first",
                "-s",
                TARGET + giant);
    }

    @Test
    void refusesATargetThatIsTooSmallForTheNetwork() throws IOException {
        Path dot = place.photograph("dot.png", 1, 1);
        place.assertRefused(
                "1) $.target (" + place.config()
                        + ":5:13): the image must be at least 3 x 3 pixels, what the layer conv1 sees at once,"
                        + " but is 1 x 1: use a larger image, or only layers before it.",
                "-s",
                TARGET + dot);
        place.assertRefused(
                "1) $.target (" + place.config()
                        + ":5:13): the image must be at least 5 x 5 pixels, what the layer conv2 sees at once,"
                        + " but is 4 x 40: use a larger image, or only layers before it.",
                "-s",
                "target.crop=[0,0,4,40]");
    }

    @Test
    void refusesToMakeAnImageThatIsTooSmallForTheNetwork() {
        place.assertRefused(
                "1) $.size (-s size=[4,40]): the image must be at least 5 x 5 pixels, what the layer conv2 sees at once,"
                        + " but is 4 x 40: use a larger image, or only layers before it.",
                "-s",
                "size=[4,40]");
    }

    @Test
    void refusesToMakeAnImageThatNoMemoryHolds() {
        place.assertRefused(
                "1) $.size[1] (-s size=[30000,30000]): must make at most 100 megapixels with the width, but 30000 x 30000"
                        + " are more.",
                "-s",
                "size=[30000,30000]");
    }

    @Test
    void refusesACropOutsideTheImage() {
        place.assertRefusedAt(
                "$.target.crop",
                "must lie inside the image of 48 x 48 pixels, but is [40, 0, 20, 20]",
                "-s",
                "target.crop=[40,0,20,20]");
    }

    @Test
    void refusesAStartImageThatIsNone() {
        place.assertRefusedAt(
                "$.start.image",
                place.config() + ": not an image; use a PNG, JPEG, TIFF or WebP file",
                "-s",
                "start.type=from-image",
                "-s",
                "start.image=" + place.config());
    }

    /** Long settings are shortened in messages. */
    private static String shown(Path file) {
        String setting = "target.image=" + file;
        return (setting.length() <= 60 ? setting : setting.substring(0, 57) + "...").replaceFirst("target.image=", "");
    }
}

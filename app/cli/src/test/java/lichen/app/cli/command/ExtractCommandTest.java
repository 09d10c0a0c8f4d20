package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Main;
import lichen.app.cli.Outcome;
import lichen.app.cli.Vgg;
import lichen.app.cli.program.Workplace;
import lichen.core.plugin.FileReference;
import lichen.model.deeplearning4j.Dl4jZip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    @TempDir
    private Path folder;

    private Path photo = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void takePhotograph() throws IOException {
        photo = new Workplace(folder).photograph("moss.png", 96, 80);
        out = folder.resolve("out.png");
    }

    @Test
    void writesATextureOfTheSizeAndNothingElse() throws IOException {
        Outcome outcome = extract("--size", "64x48", "--seconds", "0.1", "--seed", "3", "--tile");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .contains("moss.png has 96 x 80 pixels: all of it is looked at scaled to 64 x 48", "Wrote " + out);
        BufferedImage image = ImageIO.read(out.toFile());
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(48);
        assertThat(folder).isDirectoryContaining("glob:**/{moss,out}.png").isDirectoryNotContaining("glob:**/runs");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void replacesAFileOnlyWhereToldTo() throws IOException {
        Files.writeString(out, "precious");
        assertThat(extract())
                .isEqualTo(new Outcome(
                        ExitCode.INPUT,
                        "",
                        out + ": there is a file of this name; choose another by -o, or replace it by --force\n"));
        assertThat(out).hasContent("precious");
        Outcome forced = extract("--size", "52", "--seconds", "0.1", "--force");
        assertThat(forced.code()).as(forced.err()).isEqualTo(ExitCode.DONE);
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(52);
        assertThat(Outcome.of("extract", photo.toString(), "-o", photo.toString(), "--force")
                        .err())
                .contains("is the photograph itself");
    }

    @Test
    void copiesPiecesOfThePhotographWhereNothingNewIsWanted() throws IOException {
        Outcome outcome = extract("--size", "64", "--novelty", "0");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(64);
        assertThat(extract("--size", "64", "--novelty", "1", "--seconds", "0.1", "--force")
                        .code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void takesNothingOfWhatIsTransparent() throws IOException {
        Path cut = cutout(0, 0, 50, 80);

        for (String novelty : List.of("0", "0.68")) {
            List<String> words = List.of("extract", cut.toString(), "-o", out.toString(), "--size", "64", "--force");
            List<String> arguments = new ArrayList<>(words);
            arguments.addAll(List.of("--novelty", novelty));
            arguments.addAll(novelty.equals("0") ? List.of() : List.of("--seconds", "0.1"));
            Outcome outcome = Outcome.of(arguments.toArray(String[]::new));

            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
            assertThat(outcome.err()).doesNotContain("laid on white");
            assertThat(greatest(ImageIO.read(out.toFile()), 0))
                    .as("the most blue")
                    .isLessThan(150);
        }
    }

    @Test
    void refusesAPhotographOfWhichNearlyAllIsTransparent() throws IOException {
        Path cut = cutout(3, 3, 5, 5);

        Outcome outcome = Outcome.of("extract", cut.toString(), "-o", out.toString(), "--size", "64");

        assertThat(outcome.err())
                .isEqualTo("the photograph: must have at least a square of 7 x 7 opaque pixels, but of its 96 x 80 too"
                        + " many are transparent; name another, or a larger one.\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.INPUT);
        assertThat(out).doesNotExist();
    }

    /** The photograph, of which a part alone is opaque; the rest, if it were seen, is blue or white. */
    private Path cutout(int x, int y, int width, int height) throws IOException {
        BufferedImage whole = ImageIO.read(photo.toFile());
        BufferedImage cut = new BufferedImage(whole.getWidth(), whole.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < whole.getWidth() * whole.getHeight(); i++) {
            int column = i % whole.getWidth();
            int row = i / whole.getWidth();
            boolean isIn = column >= x && column < x + width && row >= y && row < y + height;
            cut.setRGB(column, row, isIn ? whole.getRGB(column, row) : column % 2 == 0 ? 0x200000ff : 0x00ffffff);
        }
        Path file = folder.resolve("cut.png");
        ImageIO.write(cut, "png", file.toFile());
        return file;
    }

    private static int greatest(BufferedImage image, int shift) {
        int greatest = 0;
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int colour = image.getRGB(i % image.getWidth(), i / image.getWidth());
            greatest = Math.max(greatest, colour >> shift & 255);
        }
        return greatest;
    }

    @Test
    void looksAtPhotographsOfAnySize() throws IOException {
        Path tiny = new Workplace(folder).photograph("tiny.png", 9, 30);
        Outcome outcome =
                Outcome.of("extract", tiny.toString(), "-o", out.toString(), "--size", "61x50", "--seconds", "0.1");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("tiny.png has 9 x 30 pixels: all of it is looked at enlarged to 48 x 160");
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(61);
    }

    @Test
    void readsAPhotographThatIsPipedIntoIt() throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(Files.readAllBytes(photo)));
        try {
            Outcome outcome = Outcome.of("extract", "-", "-o", out.toString(), "--size", "48", "--seconds", "0.1");
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
            assertThat(outcome.out()).contains("has 96 x 80 pixels");
        } finally {
            System.setIn(before);
        }
        assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(48);
        assertThat(Outcome.of("extract", "-", "-o", out.toString(), "--force", "--keep")
                        .err())
                .isEqualTo(
                        "--keep: a run that stays needs its photograph again, and what comes through a pipe is gone; save"
                                + " it to a file first\n");
    }

    @Test
    void makesSeveralImagesOfSeveralPhotographsInOneProcess() throws IOException {
        Path wall = new Workplace(folder).photograph("wall.png", 60, 50);

        Outcome outcome = Outcome.of(
                "extract",
                photo.toString(),
                wall.toString(),
                "--seeds",
                "2",
                "--seed",
                "5",
                "--size",
                "48",
                "--seconds",
                "0.1",
                "-o",
                folder.resolve("made-{photo}-{seed}.png").toString());

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("image 1 of 4, seed 5: ", "image 4 of 4, seed 6: " + wall + " has 60 x 50");
        for (String name : List.of("made-moss-5", "made-moss-6", "made-wall-5", "made-wall-6")) {
            assertThat(ImageIO.read(folder.resolve(name + ".png").toFile()).getWidth())
                    .isEqualTo(48);
        }
        assertThat(folder.resolve("made-moss-5.png"))
                .binaryContent()
                .isNotEqualTo(Files.readAllBytes(folder.resolve("made-moss-6.png")));
    }

    @Test
    void refusesASecondPictureOfTheSameNameBeforeItMakesTheFirst() {
        assertThat(extract("--seeds", "2"))
                .isEqualTo(new Outcome(
                        ExitCode.INPUT,
                        "",
                        "-o " + out + ": more than one picture would be written to " + out
                                + "; put {photo} and {seed} into the name, which stand for the photograph's name and the"
                                + " seed\n"));
        assertThat(out).doesNotExist();
        assertThat(extract("--seeds", "0").err()).isEqualTo("--seeds: must be at least 1, but is 0.\n");
    }

    @Test
    void writesSixteenBitsWhereAskedTo() throws IOException {
        Outcome outcome = extract("--size", "50", "--seconds", "0.1", "--depth", "16");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(ImageIO.read(out.toFile()).getColorModel().getComponentSize(0))
                .isEqualTo(16);
        assertThat(extract("--depth", "12", "--force").err()).isEqualTo("--depth: must be 8 or 16, but is 12.\n");
        assertThat(extract("--depth", "16", "--novelty", "0", "--force").err())
                .startsWith("--depth: with --novelty 0 the image is made of the photograph's own pixels");
    }

    @Test
    void goesByVggOfAnyKindOfFile() throws IOException {
        for (FileReference file :
                List.of(Vgg.small().write(folder), Vgg.smallOfPyTorch().write(folder))) {
            Outcome outcome = extract("--vgg", file.name(), "--size", "52", "--tile", "--seconds", "0.1", "--force");

            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
            assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(52);
        }
    }

    @Test
    void refusesANetworkThatItWouldNotLookThrough() throws IOException {
        String vgg = Vgg.small().write(folder).name();
        String other = Dl4jZip.ofPooling().write(folder).name();

        assertThat(extract("--vgg", vgg, "--novelty", "0").err())
                .isEqualTo("--vgg: with --novelty 0 no network is looked through; leave out one of the two.\n");
        assertThat(extract("--vgg", other).err())
                .startsWith("--vgg-pixels: must be given, as neither this file nor its kind tells the pixels");
        assertThat(extract("--vgg", other, "--vgg-pixels", "unit").err().lines())
                .allSatisfy(line -> assertThat(line).startsWith("--vgg: unknown layer \"block"))
                .isNotEmpty();
        assertThat(extract("--vgg", "none.h5").err()).isEqualTo("--vgg none.h5: no such file\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void pipesThePictureAndNothingElseToStandardOutput() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringWriter told = new StringWriter();
        StringWriter out = new StringWriter();

        int code = Main.run(
                new Console(new PrintWriter(out, true), new PrintWriter(told, true), bytes),
                new String[] {"extract", photo.toString(), "-o", "-", "--size", "48", "--seconds", "0.1"});

        assertThat(code).as(told.toString()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEmpty();
        assertThat(told.toString()).contains("has 96 x 80 pixels", "Wrote the picture to standard output");
        assertThat(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())).getWidth())
                .isEqualTo(48);
        assertThat(Outcome.of("extract", photo.toString(), "-o", "-", "--seeds", "2")
                        .err())
                .startsWith("-o -: standard output takes one image and nothing else");
        assertThat(Outcome.of("extract", photo.toString(), "-o", "-", "--keep").err())
                .isEqualTo("-o -: standard output takes one image and nothing else; leave out --keep\n");
    }

    @Test
    void takesPhotographsThatComeAlong() {
        Outcome outcome =
                Outcome.of("extract", "bundled:pebbles", "-o", out.toString(), "--size", "48", "--seconds", "0.1");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out()).contains("bundled:pebbles has 512 x 512 pixels");
        assertThat(Outcome.of("extract", "bundled:pebles").err()).contains("bundled:pebles", "comes along");
    }

    @Test
    void tellsWhatItCannotUse() throws IOException {
        assertThat(extract("--size", "big").err())
                .contains("must be WIDTHxHEIGHT in pixels, such as 256x256, but is big");
        assertThat(extract("--size", "300x40").err())
                .isEqualTo("--size: must be at least 48 pixels in both directions, but is 300 x 40.\n");
        assertThat(extract("--size", "62x60", "--tile").err())
                .isEqualTo("--size: must be a multiple of 4 in both directions with --tile, but is 62 x 60.\n");
        assertThat(extract("--crop", "0,0,500,10").err())
                .isEqualTo("--crop: must lie inside the image of 96 x 80 pixels, but is [0, 0, 500, 10].\n");
        assertThat(extract("--seconds", "-1").err()).startsWith("--seconds: must not be negative");
        assertThat(extract("--seconds", "NaN").err())
                .isEqualTo("--seconds: must be a number of seconds, but is NaN.\n");
        assertThat(extract("--novelty", "1.5").err()).isEqualTo("--novelty: must be from 0 to 1, but is 1.5.\n");
        assertThat(extract("--novelty", "NaN").err()).isEqualTo("--novelty: must be from 0 to 1, but is NaN.\n");
        assertThat(extract("--novelty", "0", "--seconds", "1").err())
                .isEqualTo("--seconds: with --novelty 0 nothing is optimised that could be stopped; leave it out.\n");
        assertThat(Outcome.of("extract", folder.resolve("none.jpg").toString()).err())
                .contains("none.jpg", "no such file");
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        assertThat(Outcome.of("extract", text.toString(), "-o", out.toString()).code())
                .isEqualTo(ExitCode.INPUT);
        assertThat(Outcome.of(
                                "extract",
                                photo.toString(),
                                "-o",
                                folder.resolve("a.jpg").toString())
                        .err())
                .contains("must end with .png");
        assertThat(Outcome.of(
                                "extract",
                                photo.toString(),
                                "-o",
                                folder.resolve("no/a.png").toString())
                        .err())
                .contains("its folder does not exist");
        assertThat(Files.exists(out)).isFalse();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs a folder that nobody may write to, such as /proc")
    void findsOutThatItCannotWriteBeforeItComputes() {
        assertThat(Outcome.of("extract", photo.toString(), "-o", "/proc/out.png"))
                .satisfies(outcome -> assertThat(outcome.out()).isEmpty())
                .satisfies(outcome -> assertThat(outcome.err()).startsWith("/proc/out.png: cannot be written: "))
                .extracting(Outcome::code)
                .isEqualTo(ExitCode.INPUT);
    }

    private Outcome extract(String... more) {
        List<String> arguments = new ArrayList<>(List.of("extract", photo.toString(), "-o", out.toString()));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }
}

package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import lichen.app.cli.Outcome;
import lichen.app.cli.Vgg;
import lichen.app.cli.Wiring;
import lichen.app.cli.program.Masks;
import lichen.app.cli.program.Workplace;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.io.image.ImageCodec;
import lichen.model.deeplearning4j.Dl4jZip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylizeCommandTest {
    private final ImageCodec images = Wiring.injector().getInstance(ImageCodec.class);

    @TempDir
    private Path folder;

    private Path content = Path.of("");
    private Path style = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void takePhotographs() throws IOException {
        content = new Workplace(folder).photograph("wall.png", 96, 80);
        style = new Workplace(folder).photograph("moss.png", 70, 70);
        out = folder.resolve("out.png");
    }

    @Test
    void makesAPictureOfTheContentsShapeAndNothingElse() throws IOException {
        Outcome outcome = stylize("--style", style.toString(), "--size", "64", "--seconds", "0.1");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(outcome.out())
                .contains("wall.png has 96 x 80 pixels: the picture will have 64 x 53", "Wrote " + out);
        BufferedImage image = ImageIO.read(out.toFile());
        assertThat(image.getWidth()).isEqualTo(64);
        assertThat(image.getHeight()).isEqualTo(53);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void mixesStylesByTheirWeightsAndKeepsTheContentsColours() throws IOException {
        Outcome outcome = stylize(
                "--style",
                style.toString(),
                "--style",
                "bundled:grass:0.3",
                "--keep-colours",
                "--size",
                "58",
                "--seconds",
                "0.1");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(images.read(out).meanColour())
                .containsExactly(images.read(content).meanColour(), within(0.05));
    }

    @Test
    void takesNothingButTheColoursAtTheContentsOwnSizeWhereToldTo() throws IOException {
        Outcome outcome = stylize("--style", "bundled:grass", "--only-colours");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(images.read(out).size()).isEqualTo(images.read(content).size());
        double[] green = images.read(out).meanColour();
        assertThat(green[1]).isGreaterThan(green[0]).isGreaterThan(green[2]);
    }

    @Test
    void goesByVggOfAnyKindOfFile() throws IOException {
        for (FileReference file :
                List.of(Vgg.small().write(folder), Vgg.smallOfPyTorch().write(folder))) {
            Path made = folder.resolve("made.png");
            List<String> words =
                    List.of("stylize", "bundled:stone-wall", "--style", "bundled:grass", "--seconds", "0.1");
            List<String> arguments = new ArrayList<>(words);
            arguments.addAll(List.of("--vgg", file.name(), "--size", "192", "-o", made.toString(), "--force"));
            Outcome outcome = Outcome.of(arguments.toArray(String[]::new));

            assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void asksForThePixelsOfVggWhereTheFileDoesNotTellThem() throws IOException {
        String zip = Dl4jZip.ofPooling().write(folder).name();
        String styled = style.toString();

        assertThat(stylize("--style", styled, "--vgg", zip).err())
                .startsWith("--vgg-pixels: must be given, as neither this file nor its kind tells the pixels")
                .hasLineCount(1);
        assertThat(stylize("--style", styled, "--vgg", zip, "--vgg-pixels", "bgr")
                        .err())
                .contains("must be one of unit, minus-one-to-one, bytes, imagenet-rgb, imagenet-bgr");
        assertThat(stylize("--style", styled, "--vgg-pixels", "unit").err())
                .isEqualTo("--vgg-pixels: must go with the file of a network, --vgg <file>\n");
    }

    @Test
    void givesEachRegionOfTheContentItsOwnStyle() throws IOException {
        Path mask = Masks.box(folder.resolve("mask.png"), 96, 80, new int[] {0, 0, 48, 80}, 0xff0000, 0x0000ff);
        String moss = "ff0000=" + style;
        Outcome outcome = stylize(
                "--mask",
                mask.toString(),
                "--style",
                moss,
                "--style",
                "#0000ff=bundled:grass",
                "--size",
                "64",
                "--seconds",
                "0.1");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
        assertThat(images.read(out).size()).isEqualTo(new Size(64, 53));

        Outcome recoloured = stylize(
                "--mask",
                mask.toString(),
                "--style",
                moss,
                "--style",
                "0000ff=bundled:grass",
                "--only-colours",
                "--force");
        assertThat(recoloured.code()).as(recoloured.err()).isEqualTo(ExitCode.DONE);
        double[] left = images.read(out).crop(new Crop(0, 0, 48, 80)).meanColour();
        double[] right = images.read(out).crop(new Crop(48, 0, 48, 80)).meanColour();
        double[] grass = images.read(new FileReference("bundled:grass")).meanColour();
        assertThat(left).containsExactly(images.read(style).meanColour(), within(0.02));
        assertThat(right).containsExactly(grass, within(0.03));
    }

    @Test
    void pairsRegionsOfTheContentWithThoseOfTheStyle() throws IOException {
        int[] half = {0, 0, 48, 80};
        Path mask = Masks.box(folder.resolve("mask.png"), 96, 80, half, 0xff0000, 0x0000ff);
        Path styleMask = Masks.box(folder.resolve("style-mask.png"), 70, 70, half, 0x0000ff, 0xff0000);
        Outcome outcome = stylize(
                "--mask",
                mask.toString(),
                "--style",
                style.toString(),
                "--style-mask",
                styleMask.toString(),
                "--size",
                "64",
                "--seconds",
                "0.1");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void tellsWhichMasksDoNotFitAndWritesNothing() throws IOException {
        String mask = Masks.box(folder.resolve("mask.png"), 96, 80, new int[] {0, 0, 48, 80}, 0xff0000, 0x0000ff)
                .toString();
        String red = "ff0000=" + style;
        assertThat(stylize("--mask", mask, "--style", red).err())
                .isEqualTo("--mask: the region #0000ff has no style; give it one by --style #0000ff=<photo>\n");
        assertThat(stylize("--mask", mask, "--style", "00ff00=" + style).err())
                .isEqualTo("--style #00ff00=" + style + ": the mask has no such colour; it has [#0000ff, #ff0000]\n");
        assertThat(stylize("--mask", mask, "--style", style.toString()).err())
                .contains("must name its region of the mask, as in --style #0000ff=");
        assertThat(stylize("--style", red).err()).contains("names a region, so give the regions by --mask");
        assertThat(stylize("--style", style.toString(), "--style-mask", mask).err())
                .isEqualTo("--style-mask: must go with a --mask of the content\n");
        String small = Masks.box(folder.resolve("small.png"), 48, 40, new int[] {0, 0, 9, 9}, 0xff0000, 0)
                .toString();
        assertThat(stylize("--mask", small, "--style", red).err())
                .isEqualTo("--mask " + small + ": must have 96 x 80 pixels, as the content, but has 48 x 40\n");
        String speck = Masks.box(folder.resolve("speck.png"), 96, 80, new int[] {9, 9, 2, 2}, 0xff0000, 0x0000ff)
                .toString();
        Outcome refused = stylize("--mask", speck, "--style", red, "--style", "0000ff=bundled:grass", "--size", "64");
        assertThat(refused.err())
                .startsWith(
                        "--mask: must be a region of the image with at least 8 places at the layer image, but #ff0000 has");
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(out).doesNotExist();
    }

    @Test
    void tellsWhatItCannotUseAndWritesNothing() throws IOException {
        String moss = style.toString();
        assertThat(stylize().err()).contains("Missing required option: '--style");
        assertThat(stylize("--style", folder.resolve("none.jpg").toString()).err())
                .contains("none.jpg", "no such file");
        assertThat(stylize("--style", moss + ":0", "--style", "bundled:grass:0").err())
                .isEqualTo("--style: the weights must not all be 0, nor be too large to be added up\n");
        assertThat(stylize("--style", moss + ":-1").err()).contains("the weight must not be negative, but is -1");
        assertThat(stylize("--style", moss + ":1.2.3").err())
                .contains("the weight after the colon must be a number, but is 1.2.3");
        assertThat(stylize("--style", moss, "--size", "50").err())
                .isEqualTo("--size: the picture would have 50 x 42 pixels, but must have at least 48 along its shorter"
                        + " side.\n");
        assertThat(stylize("--style", moss, "--vgg", "none.h5").err()).isEqualTo("--vgg none.h5: no such file\n");
        assertThat(stylize("--style", moss, "--keep-colours", "--only-colours").err())
                .contains("mutually exclusive");
        assertThat(Outcome.of("stylize", content.toString(), "--style", moss, "-o", moss, "--force")
                        .err())
                .contains("is the photograph itself");
        Path grey = folder.resolve("grey.png");
        ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", grey.toFile());
        Outcome refused = stylize("--style", grey.toString());
        assertThat(refused.err()).isEqualTo("--style " + grey + ": is of one colour, so there is no style to take\n");
        assertThat(refused.code()).isEqualTo(ExitCode.INPUT);
        assertThat(out).doesNotExist();
    }

    private Outcome stylize(String... more) {
        List<String> arguments = new ArrayList<>(List.of("stylize", content.toString(), "-o", out.toString()));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }
}

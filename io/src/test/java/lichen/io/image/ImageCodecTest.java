package lichen.io.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecTest {
    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    private static final ColorSpace GREY = ColorSpace.getInstance(ColorSpace.CS_GRAY);

    /** What JPEG at its best quality may change in flat areas: about two levels of 255. */
    private static final Offset<Float> JPEG_ERROR = Offset.offset(2.5f / 255);

    @TempDir
    private Path folder;

    private final ImageCodec codec = new ImageCodec();

    @Test
    void keepsEveryLevelOfAnEightBitPngThereAndBack() throws IOException {
        float[] levels = new float[256 * 3];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i % 256) / 255f;
        }
        Image image = Image.of(16, 16, levels);
        codec.writePng(image, folder.resolve("a.png"), Depth.EIGHT_BITS);
        assertThat(read("a.png").toArray()).isEqualTo(levels);
    }

    @Test
    void keepsEveryLevelOfASixteenBitPngThereAndBack() throws IOException {
        float[] levels = new float[256 * 256 * 3];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i % 65_536) / 65_535f;
        }
        codec.writePng(Image.of(256, 256, levels), folder.resolve("a.png"), Depth.SIXTEEN_BITS);
        assertThat(read("a.png").toArray()).isEqualTo(levels);
    }

    @Test
    void writesTheSameBytesForTheSameImageAndCutsOffWhatLiesOutside() throws IOException {
        codec.writePng(pixel(-1, 2, Float.NaN), folder.resolve("a.png"), Depth.EIGHT_BITS);
        codec.writePng(pixel(0, 1, 0), folder.resolve("b.png"), Depth.EIGHT_BITS);
        assertThat(folder.resolve("a.png")).hasSameBinaryContentAs(folder.resolve("b.png"));
    }

    @Test
    void givesGreyPixelsThreeEqualChannelsOfTheSameValue() throws IOException {
        write("a.png", ImageFiles.encode(ImageFiles.picture(GREY, false, DataBuffer.TYPE_BYTE, 2, 51, 204), "png"));
        assertThat(read("a.png").toArray()).isEqualTo(new float[] {.2f, .2f, .2f, .8f, .8f, .8f});
    }

    @Test
    void keepsSixteenBitsOfGrey() throws IOException {
        write("a.png", ImageFiles.encode(ImageFiles.picture(GREY, false, DataBuffer.TYPE_USHORT, 1, 12_345), "png"));
        assertThat(read("a.png").at(0, 0, 2)).isEqualTo(12_345 / 65_535f);
    }

    @Test
    void looksUpThePalette() throws IOException {
        byte[] red = {0, (byte) 255};
        byte[] green = {51, 0};
        byte[] blue = {0, 102};
        BufferedImage picture =
                new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, new IndexColorModel(1, 2, red, green, blue));
        picture.getRaster().setSample(1, 0, 0, 1);
        write("a.png", ImageFiles.encode(picture, "png"));
        assertThat(read("a.png").toArray()).isEqualTo(new float[] {0, .2f, 0, 1, 0, .4f});
    }

    @Test
    void laysTransparentPixelsOnWhite() throws IOException {
        BufferedImage picture =
                ImageFiles.picture(SRGB, true, DataBuffer.TYPE_BYTE, 3, 51, 0, 0, 255, 51, 0, 0, 0, 51, 0, 0, 51);
        write("a.png", ImageFiles.encode(picture, "png"));
        assertThat(read("a.png").toArray())
                .containsExactly(new float[] {.2f, 0, 0, 1, 1, 1, .84f, .8f, .8f}, Offset.offset(1e-6f));
        assertThat(codec.cutout(FileReference.to(folder.resolve("a.png")))
                        .transparent()
                        .orElseThrow()
                        .toArray())
                .containsExactly(0, 0, 0, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void takesForOpaqueWhatNobodySeesThrough() throws IOException {
        write(
                "a.png",
                ImageFiles.encode(ImageFiles.picture(SRGB, true, DataBuffer.TYPE_BYTE, 1, 51, 0, 0, 254), "png"));
        write(
                "b.png",
                ImageFiles.encode(ImageFiles.picture(SRGB, true, DataBuffer.TYPE_BYTE, 1, 51, 0, 0, 240), "png"));

        assertThat(codec.cutout(FileReference.to(folder.resolve("a.png"))).transparent())
                .isEmpty();
        assertThat(codec.cutout(FileReference.to(folder.resolve("b.png"))).transparent())
                .isPresent();
    }

    @Test
    void readsJpegNearlyAsItWas() throws IOException {
        write("a.jpg", ImageFiles.encode(flat(SRGB, 16, 200, 100, 50), "jpeg"));
        assertFlat(read("a.jpg"), 200 / 255f, 100 / 255f, 50 / 255f);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"no ink,255,255,255,255,1,1,1", "black,255,255,255,0,0,0,0", "cyan,0,255,255,255,0,1,1"})
    void readsInkOfCmykJpegAsAdobeWritesIt(String name, int c, int m, int y, int k, float r, float g, float b)
            throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            inks.setPixel(i % 16, i / 16, new int[] {c, m, y, k});
        }
        byte[] adobe = ImageFiles.prefixed("Adobe", new byte[] {0, 100, 0, 0, 0, 0, 0});
        write("a.jpg", ImageFiles.withSegment(ImageFiles.rawJpeg(inks), 0xee, adobe));
        Image image = read("a.jpg");
        // Real inks are duller than the corners of RGB.
        assertThat(image.at(8, 8, 0)).isCloseTo(r, Offset.offset(.3f));
        assertThat(image.at(8, 8, 1)).isCloseTo(g, Offset.offset(.4f));
        assertThat(image.at(8, 8, 2)).isCloseTo(b, Offset.offset(.3f));
    }

    @ParameterizedTest
    @CsvSource({"1,rg/bw", "2,gr/wb", "3,wb/gr", "4,bw/rg", "5,rb/gw", "6,br/wg", "7,wg/br", "8,gw/rb"})
    void turnsPhotographsUprightAsExifAsks(int orientation, String expected) throws IOException {
        byte[] jpeg = ImageFiles.encode(quadrants(), "jpeg");
        byte[] exif = ImageFiles.prefixed("Exif\0\0", ImageFiles.exif(orientation));
        write("a.jpg", ImageFiles.withSegment(jpeg, 0xe1, exif));
        write(
                "a.png",
                ImageFiles.withChunk(ImageFiles.encode(quadrants(), "png"), "eXIf", ImageFiles.exif(orientation)));
        assertThat(layout(read("a.jpg"))).isEqualTo(expected);
        assertThat(layout(read("a.png"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"3,wb/gr", "6,br/wg", "8,gw/rb"})
    void turnsPngUprightAsItsTextAsks(int orientation, String expected) throws IOException {
        byte[] png = ImageFiles.encode(quadrants(), "png");
        String xmp = "<x:xmpmeta><rdf:Description tiff:Orientation=\"" + orientation + "\"/></x:xmpmeta>";
        byte[] digits = HexFormat.of()
                .formatHex(ImageFiles.prefixed("Exif\0\0", ImageFiles.exif(orientation)))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] profile = ImageFiles.prefixed("\nexif\n      32\n", digits);
        Map<String, byte[]> chunks = Map.of(
                "iTXt XMP", text("XML:com.adobe.xmp\0\0\0\0\0" + xmp),
                "iTXt XMP as an element",
                        text("XML:com.adobe.xmp\0\0\0\0\0<tiff:Orientation>" + orientation + "</tiff:Orientation>"),
                "iTXt XMP packed", ImageFiles.packed("XML:com.adobe.xmp\0\u0001\0\0\0", text(xmp)),
                "tEXt exif", ImageFiles.prefixed("Raw profile type exif\0", profile),
                "zTXt exif", ImageFiles.packed("Raw profile type APP1\0\0", profile),
                "tEXt number", text("exif:Orientation\0" + orientation));
        for (Map.Entry<String, byte[]> chunk : chunks.entrySet()) {
            write("a.png", ImageFiles.withChunk(png, chunk.getKey().substring(0, 4), chunk.getValue()));
            assertThat(layout(read("a.png"))).as(chunk.getKey()).isEqualTo(expected);
        }
    }

    @Test
    void believesTheExifOfAPngBeforeItsText() throws IOException {
        byte[] png = ImageFiles.encode(quadrants(), "png");
        byte[] turned = ImageFiles.withChunk(png, "eXIf", ImageFiles.exif(6));
        write("a.png", ImageFiles.withChunk(turned, "tEXt", text("exif:Orientation\0003")));
        assertThat(layout(read("a.png"))).isEqualTo("br/wg");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsTheExtentsOfPhotographsUpright(int orientation) throws IOException {
        BufferedImage picture = new BufferedImage(40, 24, BufferedImage.TYPE_INT_RGB);
        byte[] exif = ImageFiles.prefixed("Exif\0\0", ImageFiles.exif(orientation));
        write("a.jpg", ImageFiles.withSegment(ImageFiles.encode(picture, "jpeg"), 0xe1, exif));
        write("a.png", ImageFiles.withChunk(ImageFiles.encode(picture, "png"), "eXIf", ImageFiles.exif(orientation)));
        for (String name : List.of("a.jpg", "a.png")) {
            Image image = read(name);
            assertThat(codec.size(FileReference.to(folder.resolve(name))))
                    .isEqualTo(image.size())
                    .isEqualTo(orientation < 5 ? new Size(40, 24) : new Size(24, 40));
        }
    }

    @Test
    void tellsExtentsWithoutDecoding() throws IOException {
        byte[] whole = ImageFiles.encode(flat(SRGB, 64, 9, 9, 9), "jpeg");
        write("a.jpg", Arrays.copyOf(whole, whole.length - 20));
        assertThat(codec.size(FileReference.to(folder.resolve("a.jpg")))).isEqualTo(new Size(64, 64));
    }

    @Test
    void readsTiffOfEightAndSixteenBits() throws IOException {
        write(
                "a.tif",
                ImageFiles.encode(ImageFiles.picture(SRGB, false, DataBuffer.TYPE_BYTE, 1, 51, 102, 255), "tiff"));
        write("b.tif", ImageFiles.encode(ImageFiles.picture(SRGB, false, DataBuffer.TYPE_USHORT, 1, 1, 2, 3), "tiff"));
        assertThat(read("a.tif").toArray()).isEqualTo(new float[] {.2f, .4f, 1});
        assertThat(read("b.tif").toArray()).isEqualTo(new float[] {1 / 65_535f, 2 / 65_535f, 3 / 65_535f});
    }

    @Test
    void readsTiffOfFloatsAndCutsOffWhatLiesOutside() throws IOException {
        write(
                "a.tif",
                ImageFiles.encode(ImageFiles.picture(SRGB, false, DataBuffer.TYPE_FLOAT, 1, .123, -1, 2), "tiff"));
        assertThat(read("a.tif").toArray()).isEqualTo(new float[] {.123f, 0, 1});
    }

    @Test
    void readsWebp() throws IOException {
        String lossless = "UklGRjgAAABXRUJQVlA4TCwAAAAvA0AAACDIthnEgA5zf4VpkEnb9K7qyZurEkjaLMl4hvfvtv4HEUAVsE39Dw==";
        write("a.webp", Base64.getDecoder().decode(lossless));
        int[] expected = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 128, 64, 32, 10, 20, 30, 200, 100, 50
        };
        float[] values = read("a.webp").toArray();
        for (int i = 0; i < expected.length; i++) {
            assertThat(values[i]).isEqualTo(expected[i] / 255f);
        }
    }

    @Test
    void convertsColourProfilesToSrgb() throws IOException {
        // The sRGB curve at the linear light 0.2: 1.055 * 0.2^(1 / 2.4) - 0.055.
        float expected = .4845f;
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        BufferedImage picture = flat(SRGB, 16, 51, 51, 51);
        byte[] png = ImageFiles.encode(picture, "png");
        write("a.png", ImageFiles.withChunk(png, "iCCP", ImageFiles.compressedProfile(linear)));
        byte[] segment = ImageFiles.prefixed("ICC_PROFILE\0\u0001\u0001", linear);
        write("a.jpg", ImageFiles.withSegment(ImageFiles.encode(picture, "jpeg"), 0xe2, segment));
        assertThat(read("a.png").at(8, 8, 1)).isCloseTo(expected, Offset.offset(1e-3f));
        assertThat(read("a.jpg").at(8, 8, 1)).isCloseTo(expected, JPEG_ERROR);
    }

    @Test
    void leavesNumbersAsTheyAreUnderTheProfileOfSrgbItself() throws IOException {
        byte[] same = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] png = ImageFiles.encode(flat(SRGB, 2, 51, 102, 153), "png");
        write("a.png", ImageFiles.withChunk(png, "iCCP", ImageFiles.compressedProfile(same)));
        assertThat(read("a.png").at(1, 1, 2)).isEqualTo(.6f);
    }

    @Test
    void tellsWhichFilesHaveLostSomething() throws IOException {
        String lossless = "UklGRjgAAABXRUJQVlA4TCwAAAAvA0AAACDIthnEgA5zf4VpkEnb9K7qyZurEkjaLMl4hvfvtv4HEUAVsE39Dw==";
        write("a.png", ImageFiles.encode(flat(SRGB, 16, 51, 102, 153), "png"));
        write("a.jpg", ImageFiles.encode(flat(SRGB, 16, 51, 102, 153), "jpeg"));
        write("a.webp", Base64.getDecoder().decode(lossless));
        assertThat(codec.isLossless(FileReference.to(folder.resolve("a.png")))).isTrue();
        assertThat(codec.isLossless(FileReference.to(folder.resolve("a.jpg")))).isFalse();
        assertThat(codec.isLossless(FileReference.to(folder.resolve("a.webp")))).isTrue();
    }

    /** A field of colours by the place: what JPEG loses of it grows as the quality falls, and what was lost once is not lost twice. */
    @Test
    void showsWhatJpegLeavesOfAnImage() throws IOException {
        float[] values = new float[32 * 32 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 % 256) / 255f;
        }
        Image image = Image.of(32, 32, values);
        Image coarse = codec.throughJpeg(image, 50);
        double lost = distance(image, coarse);

        assertThat(coarse.size()).isEqualTo(image.size());
        assertThat(distance(image, codec.throughJpeg(image, 95))).isBetween(1e-4, lost);
        assertThat(distance(coarse, codec.throughJpeg(coarse, 50))).isLessThan(lost / 4);
    }

    private static double distance(Image one, Image other) {
        float[] first = one.toArray();
        float[] second = other.toArray();
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs(first[i] - second[i]);
        }
        return sum / first.length;
    }

    private Image read(String name) throws IOException {
        return codec.read(folder.resolve(name));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Image pixel(float red, float green, float blue) {
        return Image.of(1, 1, new float[] {red, green, blue});
    }

    private static BufferedImage flat(ColorSpace space, int side, double... colour) {
        double[] samples = new double[side * side * colour.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = colour[i % colour.length];
        }
        return ImageFiles.picture(space, false, DataBuffer.TYPE_BYTE, side, samples);
    }

    /** Four squares: red and green above blue and white. */
    private static BufferedImage quadrants() {
        BufferedImage picture = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff};
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                picture.setRGB(x, y, colours[x / 16 + 2 * (y / 16)]);
            }
        }
        return picture;
    }

    private static String layout(Image image) {
        return colour(image, 8, 8) + colour(image, 24, 8) + "/" + colour(image, 8, 24) + colour(image, 24, 24);
    }

    private static String colour(Image image, int x, int y) {
        boolean red = image.at(x, y, 0) > .5;
        boolean green = image.at(x, y, 1) > .5;
        return red && green ? "w" : red ? "r" : green ? "g" : "b";
    }

    private static void assertFlat(Image image, float red, float green, float blue) {
        assertThat(image.at(8, 8, 0)).isCloseTo(red, JPEG_ERROR);
        assertThat(image.at(8, 8, 1)).isCloseTo(green, JPEG_ERROR);
        assertThat(image.at(8, 8, 2)).isCloseTo(blue, JPEG_ERROR);
    }
}

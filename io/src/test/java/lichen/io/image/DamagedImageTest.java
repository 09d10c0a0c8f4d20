package lichen.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedImageTest {
    @TempDir
    private Path folder;

    private final ImageCodec codec = new ImageCodec();

    @Test
    void saysWhatIsThereInsteadOfAFile() {
        assertLine(() -> codec.read(folder.resolve("none.png")), "none.png: no such file");
        assertLine(() -> codec.read(folder), ": is a folder, not a file");
        assertLine(
                () -> codec.read(new FileReference("bundled:none")), "bundled:none: nothing of this name comes along");
    }

    @Test
    void saysWhatAFileOfAnotherKindIs() throws IOException {
        assertRefused(new byte[0], "empty (0 bytes); copy or save the image again");
        assertRefused(ascii("hello"), "not an image; use a PNG, JPEG, TIFF or WebP file");
        assertRefused(ascii("GIF89a"), "a GIF image; use a PNG, JPEG, TIFF or WebP file");
        assertRefused(ascii("\0\0\0\u0018ftypheic"), "a HEIF image; use a PNG, JPEG, TIFF or WebP file");
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void callsFormatsThatAreNotReadByTheirNames(String words, byte[] start) throws IOException {
        assertRefused(Arrays.copyOf(start, 60), words + "; use a PNG, JPEG, TIFF or WebP file");
    }

    static List<Arguments> foreign() {
        return List.of(
                arguments("a BigTIFF image", ascii("II+\0")),
                arguments("a BigTIFF image", ascii("MM\0+")),
                arguments("a JPEG XL image", ascii("\u00ff\n\u0010")),
                arguments("a JPEG XL image", ascii("\0\0\0\fJXL \r\n")),
                arguments("a JPEG 2000 image", ascii("\0\0\0\fjP  \r\n")),
                arguments("a JPEG 2000 image", ascii("\u00ffO\u00ffQ")),
                arguments("a TGA image", ascii("\0\0\n\0\0\0\0\0\0\0\0\0 \0\u0018\0\u0018\0")),
                arguments("a DDS texture", ascii("DDS |")),
                arguments("a PBM image", ascii("P4\n8 8\n")),
                arguments("a PGM image", ascii("P2\n8 8\n")),
                arguments("a PPM image", ascii("P6\n8 8\n")),
                arguments("a PAM image", ascii("P7\nWIDTH")),
                arguments("the raw file of a camera (CR3)", ascii("\0\0\0\u0018ftypcrx ")),
                arguments("the raw file of a camera (RW2)", ascii("IIU\0")),
                arguments("an AVIF image", ascii("\0\0\0\u0018ftypavif")),
                arguments("an AVIF sequence", ascii("\0\0\0\u0018ftypavis")),
                arguments("a HEIF image", ascii("\0\0\0\u0018ftypheix")),
                arguments("a HEIF sequence", ascii("\0\0\0\u0018ftypmsf1")));
    }

    @Test
    void refusesWhatACameraKeepsBesideAThumbnail() throws IOException {
        assertRefused(
                ImageFiles.tiffHeader(254, 1, 330, 90),
                "its first page is a reduced copy of the picture, as in the raw files of cameras: develop the raw file, or"
                        + " save the page that you mean, as PNG or TIFF");
        String raw = "the raw file of a camera: develop it, and save it as PNG or TIFF";
        assertRefused(ImageFiles.tiffHeader(254, 0, 262, 32_803), raw);
        assertRefused(ImageFiles.tiffHeader(50_706, 1), raw);
        assertRefused(ImageFiles.prefixed("II*\0\u0010\0\0\0CR\u0002\0", new byte[30]), raw);
    }

    @Test
    void saysWhichNumbersOfATiffAreNotRead() throws IOException {
        assertRefused(
                ImageFiles.tiffHeader(258, 32, 339, 1),
                "has whole numbers of 32 bits without sign, which are not supported: save it with 8 or 16 bits without sign"
                        + " a channel");
        assertRefused(ImageFiles.tiffHeader(258, 16, 339, 2), "has whole numbers of 16 bits with sign");
    }

    @Test
    void refusesKindsOfWebpThatAreNoPhotographs() throws IOException {
        assertRefused(ImageFiles.webp("VP8X", (byte) 2, (byte) 0), "an animated WebP, which is no photograph");
        assertRefused(ImageFiles.webp("ALPH", (byte) 0, (byte) 9), "a WebP with uncompressed transparency");
    }

    @Test
    void refusesAWebpShorterThanItDeclares() throws IOException, URISyntaxException {
        byte[] whole = resource("webp-vivid-lossless.best.webp");
        for (int tenth = 1; tenth < 10; tenth++) {
            int length = whole.length * tenth / 10;
            assertRefused(
                    Arrays.copyOf(whole, length),
                    "the WebP ends early, after " + length + " of " + whole.length + " bytes: get it again");
        }
    }

    @Test
    void warnsOfATailOfZeros() throws IOException, URISyntaxException {
        byte[] tiff = ImageFiles.encode(noise(64), "tiff");
        for (byte[] whole :
                List.of(resource("webp-vivid-lossless.best.webp"), ImageFiles.encode(noise(64), "jpeg"), tiff)) {
            assertThat(ZeroTail.warning(ImageFile.of("a", whole))).isEmpty();
            byte[] zeroed = whole.clone();
            Arrays.fill(zeroed, zeroed.length * 3 / 4, zeroed.length, (byte) 0);
            assertThat(ZeroTail.warning(ImageFile.of("a", zeroed)))
                    .hasValueSatisfying(warning -> assertThat(warning)
                            .contains("of its " + whole.length + " bytes are zeros: if the lower part of the picture"));
        }
        byte[] padded = Arrays.copyOf(ImageFiles.encode(noise(64), "jpeg"), 100_000);
        assertThat(ZeroTail.warning(ImageFile.of("a", padded))).isEmpty();
    }

    @Test
    @Timeout(5)
    void refusesHugeExtentsBeforeDecoding() throws IOException {
        assertRefused(
                ImageFiles.pngHeader(60_000, 60_000),
                "declares 60000 x 60000 pixels; the most are 30000 a side and 100 megapixels: cut out or shrink the part"
                        + " you need first");
        assertLine(
                () -> codec.size(FileReference.to(folder.resolve("some-file"))),
                "declares 60000 x 60000 pixels; the most");
        assertRefused(ImageFiles.pngHeader(20_000, 20_000), "declares 20000 x 20000 pixels; the most");
        assertRefused(ImageFiles.pngHeader(0, 5), "declares 0 x 5 pixels: the file is damaged");
        assertRefused(ImageFiles.pngHeader(-1, 5), "declares 4294967295 x 5 pixels; the most");
        byte[] jpeg = ImageFiles.encode(noise(16), "jpeg");
        int frame = indexOf(jpeg, 0xff, 0xc0);
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xea);
        assertRefused(jpeg, "declares 60138 x 60138 pixels; the most");
    }

    @Test
    void refusesWhatMemoryDoesNotAllow() {
        assertLine(
                () -> Limits.requireMemory("a.png", new Size(10_000, 10_000), 1L << 30),
                "a.png: 10000 x 10000 pixels take 3051 MiB to decode, but Java has 1024 MiB left");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "tiff"})
    void refusesFilesThatEndEarly(String format) throws IOException {
        byte[] whole = ImageFiles.encode(noise(64), format);
        for (int tenth = 1; tenth < 10; tenth++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * tenth / 10);
            assertRefused(cut, "ends early");
        }
    }

    @Test
    void refusesPngOfAWrongChecksum() throws IOException {
        byte[] png = ImageFiles.encode(noise(64), "png");
        png[png.length / 2] ^= 1;
        assertRefused(png, "the PNG is damaged in its chunk IDAT: get it again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "tiff"})
    void meetsRandomDamageWithOneLineOrAnImage(String format) throws IOException {
        byte[] whole = ImageFiles.encode(noise(32), format);
        Random random = new Random(1);
        for (int round = 0; round < 200; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 4; i++) {
                damaged[random.nextInt(Math.min(damaged.length, 700))] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged"), damaged);
            try {
                assertThat(codec.read(file).width()).isPositive();
            } catch (ImageFileException e) {
                assertThat(e.getMessage()).doesNotContain("\n").startsWith(file.toString());
            }
        }
    }

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        Path file = Files.write(folder.resolve("some-file"), bytes);
        assertLine(() -> codec.read(file), reason);
    }

    private static void assertLine(ThrowingCallable reading, String reason) {
        assertThatThrownBy(reading)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }

    private static BufferedImage noise(int side) {
        double[] samples = new Random(7).doubles(side * side * 3L, 0, 255).toArray();
        return ImageFiles.picture(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, DataBuffer.TYPE_BYTE, side, samples);
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        for (int i = 0; i < bytes.length - 1; i++) {
            if (bytes[i] == (byte) first && bytes[i + 1] == (byte) second) {
                return i;
            }
        }
        throw new AssertionError("not in the file");
    }

    private static byte[] resource(String name) throws IOException, URISyntaxException {
        return Files.readAllBytes(
                Path.of(Objects.requireNonNull(DamagedImageTest.class.getResource("conformance/" + name))
                        .toURI()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

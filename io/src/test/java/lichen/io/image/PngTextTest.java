package lichen.io.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngTextTest {
    private static final Image IMAGE = Image.of(2, 1, new float[] {0, 0.2f, 0.4f, 0.6f, 0.8f, 1});

    private final ImageCodec codec = new ImageCodec();

    @TempDir
    private Path folder;

    @Test
    void isReadBackAndLeavesThePixelsAsTheyAre() throws IOException {
        Path file = folder.resolve("a.png");
        PngText line = new PngText("lichen-seen", "all of it");
        codec.writePng(IMAGE, file, Depth.SIXTEEN_BITS, line);

        assertThat(PngText.read(file, "lichen-seen")).contains(line);
        assertThat(PngText.read(file, "lichen")).isEmpty();
        assertThat(codec.read(file).toArray()).containsExactly(IMAGE.toArray(), within(1e-4f));
    }

    @Test
    void isNoneWhereThereIsNone() throws IOException {
        Path plain = folder.resolve("plain.png");
        codec.writePng(IMAGE, plain, Depth.EIGHT_BITS);
        Path other = Files.writeString(folder.resolve("other.txt"), "no picture");
        byte[] bytes = new PngText("lichen-seen", "all of it").into(Files.readAllBytes(plain));

        assertThat(PngText.read(plain, "lichen-seen")).isEmpty();
        assertThat(PngText.read(other, "lichen-seen")).isEmpty();
        assertThat(PngText.read(folder.resolve("none.png"), "lichen-seen")).isEmpty();
        for (int length = 0; length < bytes.length; length++) {
            Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, length));
            PngText.read(cut, "lichen-seen");
        }
    }

    @Test
    void refusesAKeywordThatPngDoesNotAllow() {
        assertThatThrownBy(() -> new PngText("", "a")).isInstanceOf(InvalidValueException.class);
    }
}

package lichen.io.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripedTest {
    private static final Size SIZE = new Size(7, 11);

    @TempDir
    private Path folder;

    private final ImageCodec codec = new ImageCodec();

    /** The same bytes, whatever the strips: the last may be smaller. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 11})
    void isWrittenAsTheWholeImageIs(int rows) throws IOException {
        Image whole = image();
        List<Integer> asked = new ArrayList<>();
        Striped striped = new Striped(SIZE, rows, index -> {
            asked.add(index);
            int first = index * rows;
            return whole.crop(new Crop(0, first, SIZE.width(), Math.min(rows, SIZE.height() - first)));
        });
        for (Depth depth : Depth.values()) {
            asked.clear();
            Path atOnce = folder.resolve("whole.png");
            Path inStrips = folder.resolve("strips.png");
            codec.writePng(whole, atOnce, depth);
            codec.writePng(striped, inStrips, depth);

            assertThat(inStrips).hasSameBinaryContentAs(atOnce);
            assertThat(asked).isSorted().doesNotHaveDuplicates();
        }
    }

    private static Image image() {
        float[] rgb = new float[SIZE.width() * SIZE.height() * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i * 7919 % 251 / 251f;
        }
        return Image.of(SIZE.width(), SIZE.height(), rgb);
    }
}

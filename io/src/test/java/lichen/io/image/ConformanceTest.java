package lichen.io.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lichen.core.image.Image;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format, colour model and depth that is read, beside what the format's reference tool decodes. */
class ConformanceTest {
    /** Half a level of 8 bits: a file decodes to the same levels. */
    private static final double SAME = 0.5;

    /** One level: inks and YCbCr are computed with, and references round. */
    private static final double ROUNDED = 1.001;

    private final ImageCodec codec = new ImageCodec();

    static List<String> files() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches(".*[.](png|jpg|tif|webp)"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void decodesAsTheReferenceDoes(String name) throws IOException, URISyntaxException {
        Image found = codec.read(folder().resolve(name));
        Image expected = Pam.read(folder().resolve(name.replaceFirst("[.].*", ".pam")));
        assertThat(found.width()).isEqualTo(expected.width());
        assertThat(found.height()).isEqualTo(expected.height());
        assertThat(greatestDifference(found, expected)).isLessThanOrEqualTo(tolerance(name));
    }

    /** In levels of 8 bits. */
    private static double tolerance(String name) {
        boolean isComputed = name.matches(".*(cmyk|ycck|ycbcr[.]raw).*");
        boolean isDeep = name.matches(".*(rgb|grey)16.*");
        return isComputed ? ROUNDED : isDeep ? SAME / 256 : SAME;
    }

    private static double greatestDifference(Image found, Image expected) {
        float[] values = found.toArray();
        float[] others = expected.toArray();
        double greatest = 0;
        for (int i = 0; i < values.length; i++) {
            greatest = Math.max(greatest, 255 * Math.abs(values[i] - others[i]));
        }
        return greatest;
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ConformanceTest.class.getResource("conformance"))
                .toURI());
    }
}

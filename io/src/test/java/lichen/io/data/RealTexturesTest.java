package lichen.io.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default thresholds on photographs, seen at the default size. */
class RealTexturesTest {
    private static final Rejection DEFAULT = new Rejection(0.005, 0.05);
    private static final Size SEEN = new Size(512, 512);

    /** The least of the default sides: enlarging softens most. */
    private static final Crop SMALLEST = new Crop(100, 100, 300, 300);

    @ParameterizedTest
    @ValueSource(strings = {"s02_railway_gravel.png", "s14_gingham.jpg", "s17_brick_grey.png", "s18_wood_grain.jpg"})
    void keepPhotographsInFocusAndLeaveOutTheSameOutOfFocus(String name) throws IOException {
        Image sharp = Resize.fit(Studio.CODEC.read(find(name)).crop(SMALLEST), SEEN);
        // To a sixteenth and back: a blur of about eight pixels.
        Image blurred = Resize.fit(Resize.fit(sharp, new Size(32, 32)), SEEN);

        assertThat(DEFAULT.judge(Appearance.of(sharp))).isEmpty();
        assertThat(DEFAULT.judge(Appearance.of(blurred))).contains(Fault.OUT_OF_FOCUS);
    }

    /** A texture beside the repository; the test is skipped, with the reason, where it is missing. */
    private static Path find(String name) {
        Path start = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/data/textures").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return Assumptions.abort("there is no shared/data/textures/" + name + " beside the repository");
    }
}

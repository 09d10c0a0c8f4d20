package lichen.synthesis.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import lichen.core.image.Image;
import lichen.core.image.ImageSource;
import lichen.core.plugin.FileReference;
import org.junit.jupiter.api.Test;

class FromImageTest extends StartImageContract {
    @Override
    protected StartImage start() {
        return new FromImage(new FileReference("bundled:gravel"));
    }

    @Override
    protected boolean drawsNumbers() {
        return false;
    }

    @Test
    void takesTheImageFromItsSourceInTheSizeAskedFor() throws IOException {
        Image existing = Image.of(1, 1, new float[] {1, 0, 1});
        ImageSource source = (picture, size) -> {
            assertThat(picture.image().name()).isEqualTo("bundled:gravel");
            assertThat(size).isEqualTo(SIZE);
            return existing;
        };

        assertThat(start().create(context(1, source))).isSameAs(existing);
    }

    @Test
    void passesOnThatAFileIsMissing() {
        ImageSource none = (picture, size) -> {
            throw new FileNotFoundException(picture.image().name());
        };

        assertThatThrownBy(() -> new FromImage(new FileReference("there-is-none.png")).create(context(1, none)))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessage("there-is-none.png");
    }
}

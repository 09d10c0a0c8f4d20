package lichen.app.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.image.Size;
import org.junit.jupiter.api.Test;

class ExtractTest {
    private static final Size USUAL = new Size(256, 256);

    @Test
    void scalesALargePhotographToTheSizeOfTheImage() {
        Extract extract = Extract.of(new Size(4000, 3000), Optional.empty(), USUAL);
        assertThat(extract.size()).contains(USUAL);
        assertThat(extract.words()).contains("256 x 256", "its middle in this shape", "--crop");
    }

    @Test
    void looksAtASmallOneAsItIs() {
        assertThat(Extract.of(new Size(200, 300), Optional.empty(), USUAL).size())
                .isEmpty();
        assertThat(Extract.of(USUAL, Optional.empty(), USUAL).size()).isEmpty();
    }

    @Test
    void looksAtAPartThatIsNamed() {
        Extract extract = Extract.of(new Size(4000, 3000), Optional.of(new Crop(0, 0, 512, 512)), USUAL);
        assertThat(extract.crop()).contains(new Crop(0, 0, 512, 512));
        assertThat(extract.size()).contains(USUAL);
        assertThat(extract.words()).doesNotContain("--crop", "shape");
    }

    @Test
    void enlargesWhatIsTooSmallToLookAt() {
        Extract extract = Extract.of(new Size(24, 100), Optional.empty(), USUAL);
        assertThat(extract.size()).contains(new Size(48, 200));
        assertThat(extract.seen()).isEqualTo(new Size(48, 200));
    }

    @Test
    void looksAtEnoughForAVeryLongImage() {
        assertThat(Extract.of(new Size(4000, 3000), Optional.empty(), new Size(2000, 100))
                        .size())
                .contains(new Size(960, 48));
    }

    @Test
    void looksAtNoMoreThanHelps() {
        assertThat(Extract.of(new Size(4000, 3000), Optional.empty(), new Size(2048, 1024))
                        .size())
                .contains(new Size(512, 256));
    }
}

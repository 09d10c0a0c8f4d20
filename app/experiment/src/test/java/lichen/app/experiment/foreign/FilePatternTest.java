package lichen.app.experiment.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lichen.app.experiment.Commission;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import org.junit.jupiter.api.Test;

class FilePatternTest {
    private static final Commission BARK =
            new Commission("tree bark", Picture.of(FileReference.to(Path.of("tree bark.jpg"))), 3, 99);

    @Test
    void namesTheFileOfAPhotographAndASeed() {
        assertThat(new FilePattern("{photograph}-gatys.jpg").file(BARK)).isEqualTo("tree bark-gatys.jpg");
        assertThat(new FilePattern("{seed}/{photograph}-{seed}.png").file(BARK)).isEqualTo("3/tree bark-3.png");
    }

    @Test
    void tellsWhetherSeedsAreToldApart() {
        assertThat(new FilePattern("{photograph}.png").hasSeed()).isFalse();
        assertThat(new FilePattern("{photograph}-{seed}.png").hasSeed()).isTrue();
    }

    @Test
    void refusesWhatNamesNoFileForEachPhotograph() {
        assertThatThrownBy(() -> new FilePattern("gatys.jpg")).hasMessageContaining("must have {photograph} in it");
        assertThatThrownBy(() -> new FilePattern("{photograph}-{number}.jpg")).hasMessageContaining("not {number}");
        assertThatThrownBy(() -> new FilePattern(Path.of("").toAbsolutePath() + "/{photograph}.jpg"))
                .hasMessageContaining("must be the name of a file in the folder");
    }
}

package lichen.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lichen.core.image.Crop;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import org.junit.jupiter.api.Test;

class PhotographTest {
    @Test
    void saysWhatIsCutOffOfACropOfAnotherShapeThanTheSize() {
        assertThat(target(new Crop(5, 6, 100, 50), new Size(64, 64)).cutOff())
                .hasValue(
                        "the crop of 100 x 50 pixels is of another shape than the size 64 x 64: its middle, 50 x 50, is"
                                + " looked at");
    }

    @Test
    void saysNothingOfACropOfTheSameShapeAsFarAsWholePixelsGo() {
        assertThat(target(new Crop(0, 0, 301, 200), new Size(256, 170)).cutOff())
                .isEmpty();
        assertThat(target(new Crop(0, 0, 128, 64), new Size(64, 32)).cutOff()).isEmpty();
    }

    private static Photograph target(Crop crop, Size size) {
        return new Photograph(new Picture(new FileReference("bundled:gravel"), Optional.of(crop), Optional.of(size)));
    }
}

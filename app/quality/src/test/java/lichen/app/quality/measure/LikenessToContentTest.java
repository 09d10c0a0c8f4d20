package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import lichen.app.quality.Gauge;
import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.image.ImageSource;
import lichen.core.image.Picture;
import lichen.core.image.Resize;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.model.spec.ImageItself;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LikenessToContentTest extends MeasureContract {
    private static final Picture PICTURE = Picture.of(new FileReference("/house.png"));

    @BeforeAll
    static void startBackend() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Override
    protected Measure measure() {
        return new LikenessToContent(PICTURE, new ImageItself(), List.of("image"));
    }

    @Override
    protected ImageSource pictures() {
        return (picture, size) -> Resize.fit(SampleTexture.part(4), size);
    }

    @Test
    void isNothingForTheContentAndOneForThePhotographOfTheStyle() {
        Image style = SampleTexture.part(0);

        assertThat(between(SampleTexture.part(4), style)).isCloseTo(0, within(1e-9));
        assertThat(between(style, style)).isCloseTo(1, within(1e-9));
        assertThat(between(SampleTexture.part(8), style)).isPositive();
    }

    @Test
    void tellsLayersThatTheNetworkDoesNotHave() {
        Measure other = new LikenessToContent(PICTURE, new ImageItself(), List.of("conv7"));

        assertThatThrownBy(() -> other.open(pictures()))
                .isInstanceOf(IOException.class)
                .hasMessage("the measure content: unknown layers [conv7]; the network has [image]");
        assertThatThrownBy(() -> other.open())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no picture can be looked at here");
    }

    @Test
    void measuresImagesOfSeveralSizesInTurn() throws IOException {
        try (Gauge gauge = measure().open(pictures())) {
            Image small = Resize.fit(SampleTexture.part(4), new Size(40, 32));
            assertThat(gauge.measure(SampleTexture.part(4), SampleTexture.part(0)))
                    .isCloseTo(0, within(1e-9));
            assertThat(gauge.measure(small, SampleTexture.part(0))).isCloseTo(0, within(1e-9));
            assertThat(gauge.measure(SampleTexture.part(4), SampleTexture.part(0)))
                    .isCloseTo(0, within(1e-9));
        }
    }
}

package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.quality.Measure;
import lichen.app.quality.SampleTexture;
import lichen.core.backend.Backend;
import lichen.core.backend.BackendChoice;
import lichen.core.image.Image;
import lichen.core.plugin.FileReference;
import lichen.model.SharedFiles;
import lichen.model.foreign.InputScaling;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VggSlicedWassersteinTest extends MeasureContract {
    private static final FileReference SMALL = new FileReference("bundled:test-classifier.h5");

    @BeforeAll
    static void startBackend() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Override
    protected Measure measure() {
        return of("all-convolutions");
    }

    /** The small network was not trained on photographs. */
    @Override
    protected boolean seesBlur() {
        return false;
    }

    @Test
    void isTheSquareOfTheStepBetweenTwoEvenImagesOverTheSquareOfTheOne() {
        double measured = between(of("image"), SampleTexture.even(64, 0.5f), SampleTexture.even(64, 0.4f));

        assertThat(measured).as("(0.1 / 0.4)²").isCloseTo(0.0625, within(1e-6));
    }

    @Test
    void findsABlurredImageWorseThanAnotherPartByVgg() {
        FileReference vgg = FileReference.to(SharedFiles.find("weights/vgg19_block1-3.h5"));
        Image target = SampleTexture.part(4);
        Measure measure = VggSlicedWasserstein.of(vgg, Optional.empty());

        assertThat(between(measure, SampleTexture.blurred(target), target))
                .isGreaterThan(between(measure, SampleTexture.part(0), target));
    }

    @Test
    void namesTheLayersThatTheFileHas() {
        assertThatThrownBy(of("block9")::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no layer [block9]")
                .hasMessageContaining("conv");
    }

    private static Measure of(String layer) {
        return new VggSlicedWasserstein(SMALL, List.of(layer), 64, Optional.of(InputScaling.UNIT));
    }
}

package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class VggGramTest extends MeasureContract {
    private static final FileReference SMALL = new FileReference("bundled:test-classifier.h5");

    @BeforeAll
    static void startBackend() {
        Backend.start(BackendChoice.CPU, false);
    }

    @Override
    protected Measure measure() {
        return new VggGram(SMALL, List.of("all-convolutions"), false, Optional.of(InputScaling.UNIT));
    }

    /** The small network was not trained on photographs. */
    @Override
    protected boolean seesBlur() {
        return false;
    }

    @Test
    void findsABlurredImageWorseThanAnotherPartByVgg() {
        FileReference vgg = FileReference.to(SharedFiles.find("weights/vgg19_block1-3.h5"));
        Image target = SampleTexture.part(4);

        for (boolean deepest : List.of(true, false)) {
            double another = between(VggGram.of(vgg, Optional.empty(), deepest), SampleTexture.part(0), target);
            double blurred = between(VggGram.of(vgg, Optional.empty(), deepest), SampleTexture.blurred(target), target);
            assertThat(blurred).isGreaterThan(another);
        }
    }

    @Test
    void isCalledAfterItsDepth() {
        assertThat(VggGram.of(SMALL, Optional.empty(), true).label("vgg-gram")).isEqualTo("vgg-gram deepest");
        assertThat(VggGram.of(SMALL, Optional.empty(), false).label("vgg-gram")).isEqualTo("vgg-gram");
    }

    @Test
    void namesTheLayersThatTheFileHas() {
        Measure unknown = new VggGram(SMALL, List.of("block9"), false, Optional.of(InputScaling.UNIT));

        assertThatThrownBy(unknown::open)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no layer [block9]")
                .hasMessageContaining("conv");
    }
}

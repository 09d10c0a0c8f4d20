package lichen.app.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import lichen.app.experiment.bundled.Wiring;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.measure.Colour;
import lichen.app.quality.measure.VggGram;
import lichen.core.plugin.FileReference;
import lichen.io.json.Registry;
import lichen.model.foreign.InputScaling;
import org.junit.jupiter.api.Test;

class MeasureLabelsTest {
    @Test
    void areOfOneMeasureOnlySoThatNoneIsDividedByTheFloorOfAnother() {
        List<LabelledMeasure> measures = LabelledMeasure.of(
                Wiring.injector().getInstance(Registry.class),
                List.of(gram("vgg19.h5"), new Colour(8), gram("mobilenet.h5"), gram("vgg19.h5"), gram("other.h5")));

        assertThat(measures)
                .extracting(LabelledMeasure::label)
                .containsExactly("vgg-gram", "colour", "vgg-gram (2)", "vgg-gram (3)");
    }

    private static VggGram gram(String weights) {
        return new VggGram(new FileReference(weights), List.of("conv1"), false, Optional.of(InputScaling.UNIT));
    }
}

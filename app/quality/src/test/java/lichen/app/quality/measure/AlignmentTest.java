package lichen.app.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.quality.LabelledMeasure;
import lichen.app.quality.Measure;
import lichen.app.quality.Reference;
import lichen.app.quality.SampleTexture;
import lichen.app.quality.Score;
import lichen.app.quality.Scorer;
import lichen.app.quality.Scores;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class AlignmentTest extends MeasureContract {
    @Override
    protected Measure measure() {
        return new Alignment();
    }

    @Test
    void isOneForACopyAndForOneThatIsMovedAround() {
        assertThat(between(SampleTexture.part(4), SampleTexture.part(4))).isCloseTo(1, within(1e-6));
        assertThat(between(SampleTexture.moved(SampleTexture.part(4), 17, 9), SampleTexture.part(4)))
                .isCloseTo(1, within(1e-6));
        assertThat(between(SampleTexture.part(4), SampleTexture.photograph())).isCloseTo(1, within(1e-6));
        assertThat(between(SampleTexture.part(0), SampleTexture.part(4))).isLessThan(0.25);
    }

    /** The other way of copying: everything stands where it stood, and no patch is one of the target. */
    @Test
    void seesTheLayoutOfTheTargetUnderDetailThatIsNew() {
        Image target = SampleTexture.part(4);
        Image mixed = mix(target, 0.55f, SampleTexture.part(0));

        assertThat(between(new Innovation(), mixed, target)).isGreaterThan(0.5);
        assertThat(between(mixed, target)).isGreaterThan(0.6);
    }

    @Test
    void isToldAtBothSizesBesideWhatOtherPartsOfThePhotographHave() throws IOException {
        List<LabelledMeasure> measures = List.of(new LabelledMeasure("alignment", measure()));
        Reference reference = Reference.of(SampleTexture.photograph(), Optional.of(new Crop(0, 0, 64, 64)));
        try (Scorer scorer = new Scorer(measures, reference)) {
            Scores scores = scorer.score(SampleTexture.part(0));

            assertThat(scores.scores()).extracting(Score::name).containsExactly("alignment", "alignment half");
            assertThat(scores.scores()).allSatisfy(score -> {
                assertThat(score.value()).isCloseTo(1, within(1e-6));
                assertThat(score.floor().orElseThrow()).isBetween(0.01, 0.4);
                assertThat(score.ratio()).as("it is read as it is").isEmpty();
            });
        }
    }

    private static Image mix(Image one, float share, Image other) {
        float[] rgb = one.toArray();
        float[] more = other.toArray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = share * rgb[i] + (1 - share) * more[i];
        }
        return Image.of(one.width(), one.height(), rgb);
    }
}

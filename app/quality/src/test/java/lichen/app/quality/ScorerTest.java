package lichen.app.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lichen.app.quality.measure.Colour;
import lichen.app.quality.measure.Diversity;
import lichen.app.quality.measure.Seam;
import lichen.core.check.InvalidValueException;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final Reference REFERENCE =
            Reference.of(SampleTexture.photograph(), Optional.of(new Crop(0, 0, 64, 64)));
    private static final List<LabelledMeasure> MEASURES = List.of(
            new LabelledMeasure("colour", new Colour(4)),
            new LabelledMeasure("seam", new Seam()),
            new LabelledMeasure("brightness", new Apart()));

    /** The difference of the means: its floor can be told by hand. */
    private record Apart() implements Measure {
        @Override
        public Gauge open() {
            return (image, photograph) ->
                    Math.abs(image.meanColour()[0] - photograph.meanColour()[0]);
        }

        @Override
        public Kind kind() {
            return Kind.DIVERSITY;
        }
    }

    @Test
    void givesQualityAtBothScalesOverTheFloorAndTheRestAsItIs() throws IOException {
        try (Scorer scorer = new Scorer(MEASURES, REFERENCE)) {
            Scores scores = scorer.score(SampleTexture.part(4));

            assertThat(scores.scores()).extracting(Score::name).containsExactly("colour", "colour half", "seam");
            assertThat(scores.of("colour half").orElseThrow().ratio()).isPresent();
            assertThat(scores.of("seam").orElseThrow().floor()).isEmpty();
            assertThat(scores.note()).isEqualTo("the floor is the mean over 4 crops of 64 x 64 beside the target");
        }
    }

    @Test
    void findsAnotherCropAsGoodAsAnotherPhotographOnAverageAndTheTargetPerfect() throws IOException {
        try (Scorer scorer = new Scorer(MEASURES, REFERENCE)) {
            double sum = 0;
            for (int part = 1; part < 9; part++) {
                sum += scorer.score(SampleTexture.part(part)).geometricMean().orElseThrow();
            }

            assertThat(sum / 8).isBetween(0.5, 2.0);
            assertThat(scorer.score(SampleTexture.part(0)).geometricMean().orElseThrow())
                    .isCloseTo(1e-3, within(1e-9));
        }
    }

    @Test
    void takesAnyTwoPartsWhereThereIsNoRoomBesideTheTarget() throws IOException {
        Reference middle = Reference.of(SampleTexture.photograph(), Optional.of(new Crop(52, 52, 88, 88)));
        try (Scorer scorer = new Scorer(MEASURES, middle)) {
            assertThat(scorer.score(SampleTexture.photograph().crop(new Crop(0, 0, 88, 88)))
                            .note())
                    .isEqualTo("the floor is the mean over 4 pairs of disjoint crops of 88 x 88");
        }
    }

    @Test
    void takesPartsOfTheCommonSizeWhereTheTargetIsAllOfThePhotograph() throws IOException {
        Image photograph = SampleTexture.photograph();
        Reference all = Reference.of(photograph, Optional.empty());
        try (Scorer scorer = new Scorer(MEASURES, all)) {
            assertThat(scorer.score(SampleTexture.part(0)).note())
                    .isEqualTo("the floor is the mean over 4 pairs of disjoint crops of 64 x 64,"
                            + " and of image and target the middle of that size is compared");
        }
    }

    @Test
    void comparesHalvesWhereThereIsNoRoomForDisjointCrops() throws IOException {
        Reference whole = Reference.of(SampleTexture.part(0), Optional.empty());
        try (Scorer scorer = new Scorer(MEASURES, whole)) {
            Scores scores = scorer.score(SampleTexture.part(0));

            assertThat(scores.note()).contains("has no room for two disjoint crops", "32 x 64");
            assertThat(scores.of("colour").orElseThrow().ratio()).contains(0.0);
        }
    }

    @Test
    void dividesByNoFloorThatIsNearlyZero() throws IOException {
        Reference even = Reference.of(SampleTexture.even(128, 0.5f), Optional.of(new Crop(0, 0, 64, 64)));
        try (Scorer scorer = new Scorer(MEASURES, even)) {
            Score score = scorer.score(SampleTexture.part(0)).of("colour").orElseThrow();

            assertThat(score.isFloorNearlyZero()).isTrue();
            assertThat(score.ratio()).isEmpty();
            assertThat(scorer.score(SampleTexture.part(0)).geometricMean()).isEmpty();
        }
    }

    @Test
    void meansDiversityOverAllPairsOfImages() throws IOException {
        List<Image> images =
                List.of(SampleTexture.even(64, 0.1f), SampleTexture.even(64, 0.2f), SampleTexture.even(64, 0.6f));
        try (Scorer scorer = new Scorer(MEASURES, REFERENCE)) {
            assertThat(scorer.diversity(images))
                    .singleElement()
                    .satisfies(score -> assertThat(score.value()).isCloseTo((0.1 + 0.5 + 0.4) / 3, within(1e-6)));
            assertThat(scorer.diversity(images.subList(0, 1))).isEmpty();
        }
    }

    /** The floor is that of parts smaller than the images; a part of a moved image would be no moved part. */
    @Test
    void findsNoDiversityInAnImageAndTheSameMovedAround() throws IOException {
        Image image = SampleTexture.photograph().crop(new Crop(20, 10, 128, 128));
        List<LabelledMeasure> diversity = List.of(new LabelledMeasure("diversity", new Diversity()));
        Reference half = Reference.of(SampleTexture.photograph(), Optional.of(new Crop(0, 0, 128, 128)));
        try (Scorer scorer = new Scorer(diversity, half)) {
            assertThat(scorer.diversity(List.of(image, SampleTexture.moved(image, 61, 40))))
                    .singleElement()
                    .satisfies(score -> assertThat(score.value()).isCloseTo(0, within(1e-6)));
        }
    }

    @Test
    void refusesWhatIsTooSmall() throws IOException {
        try (Scorer scorer = new Scorer(MEASURES, REFERENCE)) {
            assertThatThrownBy(() -> scorer.score(SampleTexture.even(31, 0)))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("31 x 31");
        }
        assertThatThrownBy(() -> new Scorer(MEASURES, Reference.of(SampleTexture.even(60, 0), Optional.empty())))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("photograph");
    }
}

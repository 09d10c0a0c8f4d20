package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkSpec;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Regions;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Autocorrelation;
import lichen.descriptor.Descriptor;
import lichen.descriptor.Gap;
import lichen.descriptor.Gram;
import lichen.descriptor.Moments;
import lichen.descriptor.SlicedWasserstein;
import lichen.descriptor.SquaredError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final Picture MASK = Picture.of(new FileReference("/mask.png"));
    private static final Picture OTHER = Picture.of(new FileReference("/other.png"));
    private static final String RED = "#ff0000";
    private static final String BLACK = "#000000";

    /** The region that is red in the mask: its first four columns of six. */
    private abstract static class OfTheRedOne extends LossContract {
        abstract LossTerm term();

        @Override
        protected Loss loss() {
            return new Region(MASK, RED, term(), Optional.empty());
        }

        @Override
        protected Sources sources(FeatureNetwork network, Image target) {
            return new Masked(network, target, mask(6, 5, 4));
        }

        @Override
        protected boolean looksAtPlaces() {
            return true;
        }
    }

    @Nested
    class ByGramMatrices extends OfTheRedOne {
        @Override
        LossTerm term() {
            return match(List.of("image", "twice"), new Gram());
        }
    }

    @Nested
    class ByMoments extends OfTheRedOne {
        @Override
        LossTerm term() {
            return match(List.of("twice"), new Moments(2));
        }
    }

    @Nested
    class ByPatches extends OfTheRedOne {
        @Override
        LossTerm term() {
            return match(List.of("image"), new SlicedWasserstein(5, 3, 16, 1));
        }
    }

    @Nested
    class ByNearestPatches extends OfTheRedOne {
        @Override
        LossTerm term() {
            return new PatchLikeness(List.of("image"), 3, 1, Optional.empty());
        }
    }

    @Nested
    class ByContent extends OfTheRedOne {
        @Override
        LossTerm term() {
            return new Content(OTHER, List.of("twice"), true);
        }
    }

    @Test
    void isTheTermItselfWhereTheRegionIsAllOfTheImage() throws IOException {
        Image image = noise(12, 10, 1);
        Image photograph = noise(11, 9, 2);
        for (LossTerm term : List.of(
                match(List.of("image"), new SlicedWasserstein(0, 3, 0.5, 16, 1)),
                match(List.of("twice"), new Gram()),
                new PatchLikeness(List.of("image"), 3, 2, Optional.empty()))) {
            Image all = mask(12, 10, 12);
            Loss region = new Region(MASK, RED, term, Optional.empty());
            assertThat(loss(region, image, new Masked(new LinearNetwork(), photograph, all)))
                    .isCloseTo(loss(term, image, new Masked(new LinearNetwork(), photograph, all)), within(1e-6));
        }
    }

    @Test
    void comparesTheRegionOfTheImageWithThatOfThePhotograph() throws IOException {
        Image photograph = noise(12, 10, 2);
        float[] rgb = noise(12, 10, 3).toArray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i / 3 % 12 < 5 ? photograph.at(4 - i / 3 % 12, i / 36, i % 3) : rgb[i];
        }
        Image image = Image.of(12, 10, rgb);
        Sources sources = new Masked(new LinearNetwork(), photograph, mask(12, 10, 5));
        LossTerm term = match(List.of("image"), new Gap());

        assertThat(loss(new Region(MASK, RED, term, Optional.of(MASK)), image, sources))
                .isCloseTo(0, within(1e-12));
        assertThat(loss(new Region(MASK, BLACK, term, Optional.of(MASK)), image, sources))
                .isGreaterThan(1e-6);
        assertThat(loss(new Region(MASK, RED, term, Optional.empty()), image, sources))
                .isGreaterThan(1e-6);
    }

    @Test
    void movesNothingBeyondTheRegion() throws IOException {
        double[] gradient = gradientOfPatches(5);
        for (int i = 0; i < gradient.length; i++) {
            if (i / 3 % 12 >= 5) {
                assertThat(gradient[i]).isZero();
            }
        }
        assertThat(Arrays.stream(gradient).map(Math::abs).sum()).isPositive();
    }

    @Test
    void looksAcrossTheBorderOfARegionThatIsTooNarrowForAPatch() throws IOException {
        double[] gradient = gradientOfPatches(2);
        for (int i = 0; i < gradient.length; i++) {
            if (i / 3 % 12 >= 3) {
                assertThat(gradient[i]).isZero();
            }
        }
        assertThat(gradient[3]).isNotZero();
    }

    /** The pull of patches of 3 x 3 on an image of 12 x 10 of which so many columns are the region. */
    private static double[] gradientOfPatches(int columns) throws IOException {
        LossTerm term = match(List.of("image"), new SlicedWasserstein(5, 3, 16, 1));
        double[] gradient = new double[12 * 10 * 3];
        loss(
                new Region(MASK, RED, term, Optional.empty()),
                noise(12, 10, 1),
                new Masked(new LinearNetwork(), noise(9, 9, 2), mask(12, 10, columns)),
                gradient);
        return gradient;
    }

    @Test
    void refusesWhatCannotBeAskedOfAPart() {
        assertThatThrownBy(() ->
                        new Region(MASK, RED, match(List.of("image"), new Autocorrelation(2, true)), Optional.empty()))
                .hasMessageStartingWith("term.descriptor must be one of single pixels or patches in a region");
        assertThatThrownBy(() -> new Region(MASK, RED, new TotalVariation(1), Optional.empty()))
                .hasMessage(
                        "term must be one that can be asked of a region: signature-match, nearest-patches or content");
        assertThatThrownBy(() -> new Region(MASK, "red", match(List.of("image"), new Gap()), Optional.empty()))
                .hasMessageStartingWith("colour must be six hexadecimal digits");
    }

    @Test
    void refusesARegionThatIsNotThereOrOfAFewPixels() {
        LossTerm term = match(List.of("image"), new Gap());
        Sources sources = new Masked(new LinearNetwork(), noise(9, 9, 2), mask(12, 10, 5));
        assertThatThrownBy(() -> loss(new Region(MASK, "#00ff00", term, Optional.empty()), noise(12, 10, 1), sources))
                .hasMessage("colour must be one of the mask's, [#000000, #ff0000], but is #00ff00");
        Image small = noise(6, 3, 1);
        assertThatThrownBy(() -> loss(
                        new Region(MASK, RED, term, Optional.empty()),
                        small,
                        new Masked(new LinearNetwork(), small, mask(6, 3, 2))))
                .hasMessage(
                        "colour must be a region of the image with at least 8 places at the layer image, but #ff0000 has"
                                + " 6 there: draw it larger, or make a larger image");
    }

    private static SignatureMatch match(List<String> layers, Descriptor descriptor) {
        return new SignatureMatch(layers, descriptor, new SquaredError(Map.of(), false));
    }

    private static double loss(Loss loss, Image image, Sources sources) throws IOException {
        return loss(loss, image, sources, new double[image.toArray().length]);
    }

    private static double loss(Loss loss, Image image, Sources sources, double[] gradient) throws IOException {
        float[] rgb = image.toArray();
        double[] point = new double[rgb.length];
        Arrays.setAll(point, i -> rgb[i]);
        try (TensorScope scope = new TensorScope()) {
            return ObjectiveRounds.of(loss, sources, new Frame(image.size(), Border.NETWORK), scope)
                    .at(0)
                    .at(point, gradient);
        }
    }

    private static Image noise(int width, int height, long seed) {
        return Image.of(width, height, RandomTensors.numbers(width * height * 3, seed));
    }

    /** Red in its first columns, black in the others. */
    private static Image mask(int width, int height, int red) {
        float[] rgb = new float[width * height * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = i % 3 == 0 && i / 3 % width < red ? 1 : 0;
        }
        return Image.of(width, height, rgb);
    }

    /** A photograph, and a mask for all. */
    private record Masked(FeatureNetwork network, Image photograph, Image mask) implements Sources {
        @Override
        public FeatureNetwork network(Optional<NetworkSpec> wanted) {
            return network;
        }

        @Override
        public Image photograph(Picture picture) {
            return photograph;
        }

        @Override
        public Image overlay(Picture picture, Size extents) {
            return noise(extents.width(), extents.height(), 7);
        }

        @Override
        public Regions regions(Picture picture) {
            return Regions.of(mask, "mask");
        }
    }
}

package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.NetworkSpec;
import lichen.core.feature.Pyramid;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Covariance;
import lichen.descriptor.Gap;
import lichen.descriptor.GaussianWasserstein;
import lichen.descriptor.Gram;
import lichen.descriptor.Histogram;
import lichen.descriptor.SquaredError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MixtureTest {
    private static final Picture BLACK = Picture.of(new FileReference("black.png"));
    private static final Picture WHITE = Picture.of(new FileReference("white.png"));
    private static final Picture NOISE = Picture.of(new FileReference("noise.png"));
    private static final SquaredError SQUARED = new SquaredError(Map.of(), false);

    @Nested
    class OfGramMatricesOfScaledChannels extends MixedLossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(
                    List.of("image", "twice"),
                    new Gram(),
                    SQUARED,
                    2,
                    true,
                    Optional.empty(),
                    Optional.of(mixture(1, 0.7, 0.3)));
        }
    }

    @Nested
    class OfGaussians extends MixedLossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(
                    List.of("twice"),
                    new Covariance(),
                    new GaussianWasserstein(Map.of(), 1e-2, false),
                    1,
                    false,
                    Optional.empty(),
                    Optional.of(mixture(1, 0.5, 0.5)));
        }
    }

    @Nested
    class InStrips extends MixedLossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(
                    List.of("image", "twice"),
                    new Gap(),
                    SQUARED,
                    2,
                    false,
                    Optional.empty(),
                    Optional.of(mixture(3, 1, 1)));
        }

        @Override
        protected boolean looksAtPlaces() {
            return true;
        }
    }

    /** A loss of two photographs. */
    abstract static class MixedLossContract extends LossContract {
        @Override
        protected Sources sources(FeatureNetwork network, Image target) {
            return new Album(network, target, Optional.empty());
        }
    }

    @Test
    void isMetByTheMeanOfItsPhotographs() throws IOException {
        assertThat(loss(grey(0.75f), gap(mixture(1, 0.25, 0.75)), Optional.empty()))
                .isCloseTo(0, within(1e-12));
        assertThat(loss(grey(0.5f), gap(mixture(1, 1, 3)), Optional.empty())).isCloseTo(0.0625, within(1e-6));
    }

    @Test
    void ofTheExperimentIsMeantWhereATermNamesNoPicture() throws IOException {
        SignatureMatch plain = new SignatureMatch(List.of("image"), new Gap(), SQUARED);

        assertThat(loss(grey(0.75f), plain, Optional.of(mixture(1, 1, 3)))).isCloseTo(0, within(1e-12));
        assertThat(loss(grey(0.75f), plain.of(WHITE), Optional.of(mixture(1, 1, 3))))
                .isCloseTo(0.0625, within(1e-6));
    }

    @Test
    void inStripsGoesFromTheFirstPhotographToTheLast() throws IOException {
        SignatureMatch strips = gap(mixture(5, 1, 1));

        assertThat(loss(ramp(), strips, Optional.empty())).isLessThan(0.01);
        assertThat(loss(grey(0.5f), strips, Optional.empty())).isGreaterThan(0.1);
    }

    @Test
    void inStripsPassesAllPhotographsAtEvenDistances() {
        Mixture three = new Mixture(List.of(new Portion(BLACK, 1), new Portion(WHITE, 1), new Portion(NOISE, 3)), 5);

        assertThat(three.shares(0)).containsExactly(1.0, 0.0, 0.0);
        assertThat(three.shares(1)).containsExactly(0.5, 0.5, 0.0);
        assertThat(three.shares(2)).containsExactly(0.0, 1.0, 0.0);
        assertThat(three.shares(3)).containsExactly(0.0, 0.25, 0.75);
        assertThat(three.shares(4)).containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void aShiftLeadsBeyondThePhotographs() throws IOException {
        List<Portion> greys = List.of(new Portion(BLACK, 1), new Portion(WHITE, 1));

        assertThat(loss(grey(1.25f), gap(new Mixture(greys, 1, List.of(-0.75, 0.75))), Optional.empty()))
                .isCloseTo(0, within(1e-12));
        assertThat(loss(grey(0), gap(new Mixture(greys, 1, List.of(1.0, -1.0))), Optional.empty()))
                .as("no colour is below 0")
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void refusesAShiftThatIsNone() {
        List<Portion> greys = List.of(new Portion(BLACK, 1), new Portion(WHITE, 1));

        assertThatThrownBy(() -> new Mixture(greys, 1, List.of(0.5)))
                .hasMessage("shift must be as many numbers as photographs, 2, but is 1");
        assertThatThrownBy(() -> new Mixture(greys, 1, List.of(0.5, 0.5)))
                .hasMessageStartingWith("shift must be 0 in all");
        assertThatThrownBy(() -> new Mixture(greys, 1, List.of(Double.NaN, 0.5)))
                .hasMessageStartingWith("shift must be 0 in all");
        assertThatThrownBy(() -> new Mixture(greys, 3, List.of(0.5, -0.5)))
                .hasMessageStartingWith("shift must be left out where");
    }

    @Test
    void ofOnePhotographIsThatPhotograph() throws IOException {
        SignatureMatch one = new SignatureMatch(List.of("image", "twice"), new Histogram(8), SQUARED, 1, true);
        Mixture noise = new Mixture(List.of(new Portion(NOISE, 0.2)));

        assertThat(loss(ramp(), one, Optional.of(noise))).isEqualTo(loss(ramp(), one.of(NOISE), Optional.empty()));
    }

    @Test
    void refusesWeightsThatSayNothing() {
        assertThatThrownBy(() -> mixture(1, 0, 0))
                .hasMessageStartingWith("photographs must have weights that are not all 0");
        assertThatThrownBy(() -> mixture(1, Double.MAX_VALUE, Double.MAX_VALUE))
                .hasMessageContaining("nor too large to be added up");
        assertThatThrownBy(() -> new Portion(BLACK, -1)).hasMessage("weight must be a number from 0 on, but is -1.0");
        assertThatThrownBy(() -> new Portion(BLACK, Double.NaN)).hasMessageStartingWith("weight must be a number");
        assertThatThrownBy(() -> new Mixture(List.of())).hasMessage("photographs must be at least one");
        assertThatThrownBy(() -> mixture(4, 1, 0)).hasMessageStartingWith("strips must be 1 where a photograph has no");
        assertThatThrownBy(() -> mixture(0, 1, 1)).hasMessage("strips must be from 1 to 32, but is 0");
    }

    @Test
    void refusesAPictureBesideIt() {
        assertThatThrownBy(() -> new SignatureMatch(
                        List.of("image"),
                        new Gap(),
                        SQUARED,
                        1,
                        false,
                        Optional.of(WHITE),
                        Optional.of(mixture(1, 1, 1))))
                .hasMessageStartingWith("mixture must stand alone");
    }

    @Test
    void ofPatchesThereIsNone() {
        LossTerm patches = new PatchLikeness(List.of("image"), 3, 1, Optional.empty());

        assertThatThrownBy(() -> loss(ramp(), patches, Optional.of(mixture(1, 1, 1))))
                .hasMessageContaining("there is no mean of patches");
    }

    @Test
    void refusesMoreStripsThanFeatureMapsAreWide() {
        assertThatThrownBy(() -> loss(ramp(), gap(mixture(32, 1, 1)), Optional.empty()))
                .hasMessageContaining("must have feature maps as wide as there are strips, 32, but image has 8 x 4");
    }

    private static SignatureMatch gap(Mixture mixture) {
        return new SignatureMatch(
                List.of("image"), new Gap(), SQUARED, 1, false, Optional.empty(), Optional.of(mixture));
    }

    private static Mixture mixture(int strips, double black, double white) {
        return new Mixture(List.of(new Portion(BLACK, black), new Portion(WHITE, white)), strips);
    }

    private static double loss(Image image, Loss loss, Optional<Mixture> ofExperiment) throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Album album = new Album(new Pyramid(new LinearNetwork()), image, ofExperiment);
            double[] point = new double[image.toArray().length];
            for (int i = 0; i < point.length; i++) {
                point[i] = image.toArray()[i];
            }
            return ObjectiveRounds.of(loss, album, new Frame(image.size(), Border.NETWORK), scope)
                    .at(0)
                    .at(point, new double[point.length]);
        }
    }

    private static Image grey(float value) {
        return image(x -> value);
    }

    /** Black at the left, white at the right. */
    private static Image ramp() {
        return image(x -> x / 7f);
    }

    private static Image image(Column column) {
        float[] rgb = new float[8 * 4 * Image.CHANNELS];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = column.at(i / Image.CHANNELS % 8);
        }
        return Image.of(8, 4, rgb);
    }

    private interface Column {
        float at(int x);
    }

    /** A black, a white and a noisy photograph, and what the experiment mixes. */
    private record Album(FeatureNetwork network, Image photograph, Optional<Mixture> mixture) implements Sources {
        private static final Size SIZE = new Size(7, 9);

        @Override
        public FeatureNetwork network(Optional<NetworkSpec> wanted) {
            return network;
        }

        @Override
        public Image photograph(Picture picture) {
            float[] rgb = RandomTensors.numbers(SIZE.width() * SIZE.height() * Image.CHANNELS, 5);
            for (int i = 0; i < rgb.length; i++) {
                rgb[i] = Objects.equals(picture, NOISE) ? rgb[i] : picture.equals(WHITE) ? 1 : 0;
            }
            return Image.of(SIZE.width(), SIZE.height(), rgb);
        }

        @Override
        public Image overlay(Picture picture, Size extents) {
            return photograph(picture);
        }
    }
}

package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.Statistic;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ContentTest {
    private static final Picture PICTURE = Picture.of(new FileReference("content.png"));

    /** A picture has places: an image that is moved differs from it. */
    private abstract static class ContentContract extends LossContract {
        @Override
        protected boolean looksAtPlaces() {
            return true;
        }

        @Override
        protected Sources sources(FeatureNetwork network, Image target) {
            return new TwoPictures(network, target, ContentTest::noise);
        }
    }

    @Nested
    class OfOneLayer extends ContentContract {
        @Override
        protected Loss loss() {
            return new Content(PICTURE, List.of("twice"), false);
        }
    }

    @Nested
    class OfSeveralLayersAndOctaves extends ContentContract {
        @Override
        protected Loss loss() {
            return new Content(PICTURE, List.of("image@1", "twice"), true);
        }
    }

    @Test
    void isTheMeanSquaredDifferenceFromThePicture() throws IOException {
        double[] gradient = new double[6];
        double loss = loss(new Content(PICTURE, List.of("twice"), false), gradient, 1, 1, 1, 1, 1, 0);

        assertThat(loss).isCloseTo((5 * 1 + 1) / 6.0, within(1e-6));
        assertThat(gradient[5]).isCloseTo(2 * 2 * -1 / 6.0, within(1e-6));
    }

    @Test
    void isOneForAnImageOfTheMeanColourWhereNormalized() throws IOException {
        double[] gradient = new double[6];
        Content content = new Content(PICTURE, List.of("twice", "image"), true);
        Image picture = Image.of(2, 1, new float[] {0.1f, 0.5f, 0.6f, 0.3f, 0.5f, 0.9f});

        assertThat(loss(content, picture, gradient, 0.2, 0.5, 0.75, 0.2, 0.5, 0.75))
                .isCloseTo(2, within(1e-5));
        assertThat(loss(content, picture, gradient, 0.1, 0.5, 0.6, 0.3, 0.5, 0.9))
                .isCloseTo(0, within(1e-9));
        assertThat(gradient).containsExactly(new double[6], within(1e-5));
    }

    @Test
    void makesNothingLikeTheTarget() {
        assertThat(new Content(PICTURE, List.of("image"), false).statistics(EnumSet.allOf(Statistic.class)))
                .isEmpty();
    }

    @Test
    void refusesNoLayersAndUnknownOnes() {
        assertThatThrownBy(() -> new Content(PICTURE, List.of(), false))
                .hasMessage("layers must name at least one layer, such as image");
        assertThatThrownBy(
                        () -> new Content(PICTURE, List.of("thrice"), false).layers(new LinearNetwork().architecture()))
                .isInstanceOf(UnknownLayerException.class);
    }

    /** The loss at an image of two pixels, beside a picture of 0.5 everywhere. */
    private static double loss(Loss term, double[] gradient, double... pixels) throws IOException {
        return loss(term, Image.of(2, 1, new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f}), gradient, pixels);
    }

    private static double loss(Loss term, Image picture, double[] gradient, double... pixels) throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Frame frame = new Frame(new Size(2, 1), Border.NETWORK);
            return ObjectiveRounds.of(term, new TwoPictures(new LinearNetwork(), picture, any -> picture), frame, scope)
                    .at(0)
                    .at(pixels, gradient);
        }
    }

    private static Image noise(Size extents) {
        float[] numbers = RandomTensors.numbers(extents.width() * extents.height() * Image.CHANNELS, 9);
        return Image.of(extents.width(), extents.height(), numbers);
    }
}

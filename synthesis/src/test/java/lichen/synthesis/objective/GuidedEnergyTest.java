package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import lichen.core.feature.Border;
import lichen.core.feature.FeatureNetwork;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.image.Size;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GuidedEnergyTest {
    private static final Picture GUIDE = Picture.of(new FileReference("/flowers.jpg"));

    @Nested
    class OfALayer extends LossContract {
        @Override
        protected Loss loss() {
            return new GuidedEnergy("twice", GUIDE);
        }

        @Override
        protected Sources sources(FeatureNetwork network, Image target) {
            // one of the two fits best everywhere, so that no step of a difference changes which
            Image guide = Image.of(2, 1, new float[] {1, 0.9f, 0.8f, -1, -0.9f, -0.8f});
            return new TwoPictures(network, target, size -> guide);
        }
    }

    @Test
    void isLessTheProductWithTheActivationOfTheGuideThatFitsBest() throws IOException {
        double[] gradient = new double[6];
        double loss = loss("image", gradient);

        // about the mean (0.5, 0.1, 0.45) of the guide
        assertThat(loss)
                .isCloseTo(-((0.4 * 0.5 + 0.45 * 0.45) + (0.5 * 0.5 + 0.1 * 0.1 + 0.35 * 0.45)) / 6, within(1e-6));
        assertThat(gradient)
                .containsExactly(
                        new double[] {-0.5 / 6, -0.1 / 6, 0.45 / 6, 0.5 / 6, 0.1 / 6, -0.45 / 6}, within(1e-6));
    }

    @Test
    void pullsNowhereWhereTheGuideIsTheSameEverywhere() throws IOException {
        double[] gradient = new double[6];
        Image grey = Image.of(2, 1, new float[] {0.9f, 0.9f, 0.9f, 0.9f, 0.9f, 0.9f});
        loss("image", grey, gradient);

        assertThat(gradient).containsExactly(new double[6], within(1e-6));
    }

    @Test
    void refusesALayerThatTheNetworkDoesNotHave() {
        assertThatThrownBy(() -> loss("thrice", new double[6])).isInstanceOf(UnknownLayerException.class);
    }

    /** The loss at a reddish and a blue pixel, with a red and a blue one as the guide. */
    private static double loss(String layer, double[] gradient) throws IOException {
        return loss(layer, Image.of(2, 1, new float[] {1, 0.2f, 0, 0, 0, 0.9f}), gradient);
    }

    private static double loss(String layer, Image guide, double[] gradient) throws IOException {
        try (TensorScope scope = new TensorScope()) {
            Sources sources = new TwoPictures(new LinearNetwork(), guide, size -> guide);
            return ObjectiveRounds.of(
                            new GuidedEnergy(layer, GUIDE), sources, new Frame(new Size(2, 1), Border.NETWORK), scope)
                    .at(0)
                    .at(new double[] {0.9, 0.1, 0, 0, 0, 0.8}, gradient);
        }
    }
}

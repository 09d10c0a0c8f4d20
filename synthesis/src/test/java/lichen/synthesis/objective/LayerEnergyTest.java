package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LayerEnergyTest {
    @Nested
    class OfAllChannels extends LossContract {
        @Override
        protected Loss loss() {
            return new LayerEnergy("twice", List.of());
        }
    }

    @Nested
    class OfSomeChannels extends LossContract {
        @Override
        protected Loss loss() {
            return new LayerEnergy("twice", List.of(2, 0));
        }
    }

    @Test
    void isLessHalfTheMeanSquareOfTheLayer() {
        double[] gradient = new double[6];
        double loss = loss(new LayerEnergy("image", List.of()), gradient);

        assertThat(loss).isCloseTo(-(0.01 + 0.04 + 0.09 + 0.16 + 0.25 + 0.36) / 12, within(1e-6));
        assertThat(gradient[3]).isCloseTo(-0.4 / 6, within(1e-6));
    }

    @Test
    void leavesOutChannelsThatDoNotCount() {
        double[] gradient = new double[6];
        double loss = loss(new LayerEnergy("image", List.of(1, 1)), gradient);

        assertThat(loss).isCloseTo(-(0.04 + 0.25) / 4, within(1e-6));
        assertThat(gradient[3]).isZero();
        assertThat(gradient[4]).isCloseTo(-0.5 / 2, within(1e-6));
    }

    @Test
    void refusesLayersAndChannelsThatTheNetworkDoesNotHave() {
        assertThatThrownBy(() -> loss(new LayerEnergy("thrice", List.of()), new double[6]))
                .isInstanceOf(UnknownLayerException.class);
        assertThatThrownBy(() -> loss(new LayerEnergy("twice", List.of(1, 3)), new double[6]))
                .hasMessage("channels must be from 0 to 2, the channels of twice, but one is 3");
        assertThatThrownBy(() -> new LayerEnergy("twice", List.of(-1)))
                .hasMessageStartingWith("channels must be at least 0");
    }

    /** The loss at an image of two pixels. */
    private static double loss(LossTerm term, double[] gradient) {
        try (TensorScope scope = new TensorScope()) {
            Image target = Image.of(2, 1, new float[6]);
            return ImageObjective.of(term, new LinearNetwork(), target, new Size(2, 1), scope)
                    .at(new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, gradient);
        }
    }
}

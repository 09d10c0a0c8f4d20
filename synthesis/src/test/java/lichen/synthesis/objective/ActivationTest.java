package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import lichen.core.feature.Architecture;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ActivationTest {
    private static final Architecture ARCHITECTURE = new LinearNetwork().architecture();

    @Nested
    class OfAChannel extends LossContract {
        @Override
        protected Loss loss() {
            return Activation.ofChannel("twice", 1);
        }
    }

    @Nested
    class OfANeuron extends LossContract {
        @Override
        protected Loss loss() {
            return new Activation("twice", Optional.of(2), List.of(), List.of(0.5, 1.0), false);
        }

        @Override
        protected boolean looksAtPlaces() {
            return true;
        }
    }

    @Nested
    class OfADirection extends LossContract {
        @Override
        protected Loss loss() {
            return new Activation("twice", Optional.empty(), List.of(1.0, -0.5, 0.25), List.of(), false);
        }
    }

    @Test
    void isLessTheMeanOfTheChannel() {
        assertThat(loss(Activation.ofChannel("twice", 1), 0.1, 0.2, 0.3, 0.4, 0.5, 0.6))
                .isCloseTo(-2 * (0.2 + 0.5) / 2, within(1e-6));
    }

    @Nested
    class InsideTheBorder extends LossContract {
        @Override
        protected Loss loss() {
            return Activation.insideChannel("wide", 1);
        }
    }

    @Test
    void leavesOutPositionsThatSeeBeyondTheBorder() {
        double[] pixels = new double[5 * 3 * 3];
        pixels[(5 + 1) * 3 + 2] = 0.3;
        pixels[(5 + 3) * 3 + 2] = 0.6;
        pixels[2] = 7;
        try (TensorScope scope = new TensorScope()) {
            Image target = Image.of(5, 3, new float[45]);
            Activation inside = Activation.insideChannel("wide", 2);
            double loss = ImageObjective.of(inside, new LinearNetwork(), target, new Size(5, 3), scope)
                    .at(pixels, new double[45]);

            assertThat(loss).isCloseTo(-(0.3 + 0.6) / 3, within(1e-6));
        }
    }

    @Test
    void isLessTheNeuronAtThePosition() {
        Activation right = new Activation("image", Optional.of(2), List.of(), List.of(0.5, 0.5), false);

        assertThat(loss(right, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)).isCloseTo(-0.6, within(1e-6));
    }

    @Test
    void isLessTheMeanAlongTheDirection() {
        Activation contrast = new Activation("image", Optional.empty(), List.of(1.0, 0.0, -1.0), List.of(), false);

        assertThat(loss(contrast, 0.1, 0.2, 0.3, 0.9, 0.5, 0.6)).isCloseTo(-0.05, within(1e-6));
    }

    @Test
    void refusesLayersChannelsAndDirectionsThatTheNetworkDoesNotHave() {
        assertThatThrownBy(() -> Activation.ofChannel("thrice", 0).layers(ARCHITECTURE))
                .isInstanceOf(UnknownLayerException.class);
        assertThatThrownBy(() -> Activation.ofChannel("twice", 3).layers(ARCHITECTURE))
                .hasMessage("channel must be from 0 to 2, the channels of twice, but is 3");
        assertThatThrownBy(() ->
                        new Activation("twice", Optional.empty(), List.of(1.0), List.of(), false).layers(ARCHITECTURE))
                .hasMessage("direction must hold 3 numbers, one for each channel of twice, but holds 1");
    }

    @Test
    void refusesWhatDoesNotSayOneThing() {
        assertThatThrownBy(() -> new Activation("twice", Optional.empty(), List.of(), List.of(), false))
                .hasMessage("channel must be given, or a direction");
        assertThatThrownBy(() -> new Activation("twice", Optional.of(1), List.of(1.0), List.of(), false))
                .hasMessageStartingWith("direction must be left out");
        assertThatThrownBy(() -> new Activation("twice", Optional.of(-1), List.of(), List.of(), false))
                .hasMessageStartingWith("channel must be at least 0");
        assertThatThrownBy(() -> new Activation("twice", Optional.of(1), List.of(), List.of(0.5), false))
                .hasMessage("position must be two numbers, [x, y], but is [0.5]");
        assertThatThrownBy(() -> new Activation("twice", Optional.of(1), List.of(), List.of(0.5, 12.0), false))
                .hasMessage("position must be from 0.0 to 1.0, but is 12.0");
    }

    /** The loss at an image of two pixels. */
    private static double loss(Activation term, double... pixels) {
        try (TensorScope scope = new TensorScope()) {
            Image target = Image.of(2, 1, new float[6]);
            return ImageObjective.of(term, new LinearNetwork(), target, new Size(2, 1), scope)
                    .at(pixels, new double[6]);
        }
    }
}

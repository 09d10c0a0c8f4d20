package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import lichen.core.feature.Border;
import lichen.core.feature.Pyramid;
import lichen.core.feature.UnknownLayerException;
import lichen.core.image.Image;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import lichen.core.tensor.TensorScope;
import lichen.descriptor.Autocorrelation;
import lichen.descriptor.Euclidean;
import lichen.descriptor.Gap;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignatureMatchTest {
    @Nested
    class GapByEuclidean extends LossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(List.of("twice"), new Gap(), new Euclidean());
        }
    }

    @Nested
    class GramBySquaredError extends LossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(List.of("image", "twice"), new Gram(), new SquaredError(Map.of(), true));
        }
    }

    @Nested
    class GramInThreeOctaves extends LossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(
                    List.of("image", "twice"),
                    new Gram(),
                    new SquaredError(Map.of("twice", 2.0, "twice@1", 0.5), true),
                    3,
                    false);
        }
    }

    @Nested
    class GapOfScaledChannels extends LossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(List.of("image", "twice"), new Gap(), new Euclidean(), 2, true);
        }
    }

    @Nested
    class GramOfScaledChannels extends LossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(List.of("twice"), new Gram(), new SquaredError(Map.of(), true), 1, true);
        }
    }

    /** What sees the border, of maps that are made of the network's. */
    @Nested
    class AutocorrelationOfScaledChannels extends LossContract {
        @Override
        protected Loss loss() {
            return new SignatureMatch(
                    List.of("twice"), new Autocorrelation(2, false), new SquaredError(Map.of(), false), 1, true);
        }
    }

    @Test
    void readsTheSameLayersInAllOctaves() {
        SignatureMatch match =
                new SignatureMatch(List.of("all-convolutions", "image"), new Gap(), new Euclidean(), 2, false);

        assertThat(match.layers(new Pyramid(new LinearNetwork()).architecture()))
                .containsExactly("image", "twice", "image@1", "twice@1");
    }

    @Test
    void refusesMoreOctavesThanThereAre() {
        assertThatThrownBy(() -> new SignatureMatch(List.of("image"), new Gap(), new Euclidean(), 9, false))
                .hasMessageContaining("must be from 1 to 8, but is 9");
    }

    @Test
    void refusesLayersThatTheNetworkDoesNotHave() {
        SignatureMatch match = new SignatureMatch(List.of("thrice"), new Gap(), new Euclidean());

        assertThatThrownBy(() -> match.layers(new LinearNetwork().architecture()))
                .isInstanceOf(UnknownLayerException.class);
    }

    @Test
    void comparesWithThePictureThatItNames() throws IOException {
        Picture named = Picture.of(new FileReference("other.png"));
        LossTerm match = new SignatureMatch(List.of("image"), new Gap(), new Euclidean()).of(named);
        Image black = Image.of(1, 1, new float[3]);
        Image red = Image.of(1, 1, new float[] {1, 0, 0});
        try (TensorScope scope = new TensorScope()) {
            Sources sources = new TwoPictures(new LinearNetwork(), black, any -> red);
            ImageObjective objective = ObjectiveRounds.of(
                            match.inRound(0), sources, new Frame(black.size(), Border.NETWORK), scope)
                    .at(0);

            assertThat(objective.at(new double[] {1, 0, 0}, new double[3])).isZero();
            assertThat(objective.at(new double[3], new double[3])).isCloseTo(1, within(1e-6));
        }
    }
}

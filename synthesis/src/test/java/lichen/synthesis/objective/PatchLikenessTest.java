package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lichen.core.feature.Border;
import lichen.core.image.Crop;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.RandomTensors;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PatchLikenessTest {
    @Nested
    class OfTheImage extends LossContract {
        @Override
        protected Loss loss() {
            return new PatchLikeness(List.of("image"), 3, 1, Optional.empty());
        }
    }

    @Nested
    class OfALayerInSteps extends LossContract {
        @Override
        protected Loss loss() {
            return new PatchLikeness(List.of("twice"), 3, 2, Optional.empty());
        }
    }

    @Test
    void isNothingForAPartOfThePhotograph() throws IOException {
        Image photograph = noise(16, 12);
        Image part = photograph.crop(new Crop(5, 2, 9, 8));

        assertThat(loss(part, photograph)).isZero();
    }

    @Test
    void isTheMeanSquaredDifferenceFromTheNearestPatch() throws IOException {
        Image photograph = noise(16, 12);
        float[] rgb = photograph.crop(new Crop(5, 2, 3, 3)).toArray();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] += 0.02f;
        }

        assertThat(loss(Image.of(3, 3, rgb), photograph)).isCloseTo(0.0004, within(1e-6));
    }

    @Test
    void refusesPatchesThatDoNotFit() {
        assertThatThrownBy(() -> loss(noise(9, 2), noise(16, 12)))
                .hasMessage("patch must fit into the layer image, 9 x 2, but is 3");
        assertThatThrownBy(() -> new PatchLikeness(List.of("image"), 3, 4, Optional.empty()))
                .hasMessage("stride must be from 1 to the side of a patch, but is 4");
        assertThatThrownBy(() -> new PatchLikeness(List.of("image"), 33, 4, Optional.empty()))
                .hasMessage("patch must be from 1 to 31, but is 33");
    }

    private static double loss(Image image, Image photograph) throws IOException {
        float[] rgb = image.toArray();
        double[] point = new double[rgb.length];
        Arrays.setAll(point, i -> rgb[i]);
        LossTerm term = new PatchLikeness(List.of("image"), 3, 1, Optional.empty());
        try (TensorScope scope = new TensorScope()) {
            Frame frame = new Frame(new Size(image.width(), image.height()), Border.NETWORK);
            return ObjectiveRounds.of(term, Sources.of(new LinearNetwork(), photograph), frame, scope)
                    .at(0)
                    .at(point, new double[rgb.length]);
        }
    }

    private static Image noise(int width, int height) {
        return Image.of(width, height, RandomTensors.numbers(width * height * 3, 5));
    }
}

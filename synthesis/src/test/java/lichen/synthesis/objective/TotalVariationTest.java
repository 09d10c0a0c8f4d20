package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import lichen.core.feature.Border;
import lichen.core.feature.Pyramid;
import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TotalVariationTest {
    @Nested
    class OfSharpEdges extends LossContract {
        @Override
        protected Loss loss() {
            return new TotalVariation(1);
        }
    }

    @Nested
    class Quadratic extends LossContract {
        @Override
        protected Loss loss() {
            return new TotalVariation(2);
        }
    }

    @Test
    void isTheMeanSquaredDifferenceOfNeighboursForTheExponentTwo() {
        try (TensorScope scope = new TensorScope()) {
            double[] pixels = {0, 0, 0, 0.5, 0, 0};
            Image target = Image.of(2, 1, new float[6]);
            ImageObjective objective =
                    ImageObjective.of(new TotalVariation(2), new LinearNetwork(), target, new Size(2, 1), scope);

            assertThat(objective.at(pixels, new double[6])).isCloseTo(0.25 / 6, within(1e-7));
        }
    }

    @Test
    void goesRoundWhereTheImageDoes() throws IOException {
        try (TensorScope scope = new TensorScope()) {
            double[] pixels = {0, 0, 0, 0.5, 0, 0, 0, 0, 0};
            double[] rolled = {0.5, 0, 0, 0, 0, 0, 0, 0, 0};
            ImageObjective objective = circular(3, scope);

            double loss = objective.at(pixels, new double[9]);
            assertThat(loss).isCloseTo(2 * 0.25 / 9, within(1e-7));
            assertThat(objective.at(rolled, new double[9])).isCloseTo(loss, within(1e-9));
        }
    }

    @Test
    void hasTheGradientOfFiniteDifferencesWhereItGoesRound() throws IOException {
        try (TensorScope scope = new TensorScope()) {
            ImageObjective objective = circular(2, scope);
            double[] pixels = {0.1, 0.4, 0.9, 0.7, 0.2, 0.3};
            double[] gradient = new double[6];
            objective.at(pixels, gradient);
            for (int i = 0; i < pixels.length; i++) {
                double[] up = pixels.clone();
                double[] down = pixels.clone();
                up[i] += 1e-2;
                down[i] -= 1e-2;
                double difference = (objective.at(up, new double[6]) - objective.at(down, new double[6])) / 2e-2;
                assertThat(gradient[i]).isCloseTo(difference, within(1e-4));
            }
        }
    }

    private static ImageObjective circular(int width, TensorScope scope) throws IOException {
        Image target = Image.of(width, 1, new float[3 * width]);
        Frame frame = new Frame(new Size(width, 1), Border.CIRCULAR);
        Sources sources = Sources.of(new Pyramid(new LinearNetwork()), target);
        return ObjectiveRounds.of(new TotalVariation(2), sources, frame, scope).at(0);
    }
}

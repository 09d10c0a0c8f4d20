package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lichen.core.image.Image;
import lichen.core.image.Size;
import lichen.core.tensor.TensorScope;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TotalVariationTest {
    @Nested
    class OfSharpEdges extends LossTermContract {
        @Override
        protected LossTerm term() {
            return new TotalVariation(1);
        }
    }

    @Nested
    class Quadratic extends LossTermContract {
        @Override
        protected LossTerm term() {
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
}

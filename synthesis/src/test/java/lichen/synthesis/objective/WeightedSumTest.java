package lichen.synthesis.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lichen.descriptor.Euclidean;
import lichen.descriptor.Gap;
import lichen.descriptor.Gram;
import lichen.descriptor.SquaredError;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WeightedSumTest {
    private static final LossTerm GAP = new SignatureMatch(List.of("twice"), new Gap(), new Euclidean());
    private static final LossTerm GRAM =
            new SignatureMatch(List.of("twice", "image"), new Gram(), new SquaredError(Map.of(), false));
    private static final LossTerm SMOOTH = new TotalVariation(2);

    @Nested
    class GapThenGram extends LossTermContract {
        @Override
        protected LossTerm term() {
            return sum(GAP, GRAM, SMOOTH);
        }
    }

    @Nested
    class GramThenGap extends LossTermContract {
        @Override
        protected LossTerm term() {
            return sum(SMOOTH, GRAM, GAP);
        }
    }

    @Nested
    class GapTwice extends LossTermContract {
        @Override
        protected LossTerm term() {
            return sum(GAP, GAP);
        }
    }

    @Test
    void readsTheLayersOfAllTerms() {
        assertThat(sum(GAP, SMOOTH).layers(new LinearNetwork().architecture())).containsExactly("image", "twice");
    }

    private static WeightedSum sum(LossTerm... terms) {
        return new WeightedSum(Arrays.stream(terms)
                .map(term -> new WeightedSum.Weighted(0.7, term))
                .toList());
    }
}

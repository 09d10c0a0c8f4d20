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
    private static final Loss GAP = new SignatureMatch(List.of("twice"), new Gap(), new Euclidean());
    private static final Loss GRAM =
            new SignatureMatch(List.of("twice", "image"), new Gram(), new SquaredError(Map.of(), false));
    private static final Loss SMOOTH = new TotalVariation(2);

    @Nested
    class GapThenGram extends LossContract {
        @Override
        protected Loss loss() {
            return sum(GAP, GRAM, SMOOTH);
        }
    }

    @Nested
    class GramThenGap extends LossContract {
        @Override
        protected Loss loss() {
            return sum(SMOOTH, GRAM, GAP);
        }
    }

    @Nested
    class GapTwice extends LossContract {
        @Override
        protected Loss loss() {
            return sum(GAP, GAP);
        }
    }

    @Test
    void readsTheLayersOfAllTerms() {
        assertThat(Sight.of(sum(GAP, SMOOTH)).get(0).layers(new LinearNetwork().architecture()))
                .containsExactly("image", "twice");
    }

    @Test
    void canBeNegativeWhereATermCan() {
        assertThat(sum(GAP, SMOOTH).canBeNegative()).isFalse();
        assertThat(sum(SMOOTH, Activation.ofChannel("image", 0)).canBeNegative())
                .isTrue();
    }

    @Test
    void multipliesTheWeightsOfSumsInSums() {
        Loss outer = sum(SMOOTH, sum(GAP, GRAM));

        assertThat(outer.summands())
                .extracting(Summand::place)
                .containsExactly("terms[0].term", "terms[1].term.terms[0].term", "terms[1].term.terms[1].term");
        assertThat(outer.summands()).extracting(Summand::weight).containsExactly(0.7, 0.7 * 0.7, 0.7 * 0.7);
    }

    private static WeightedSum sum(Loss... terms) {
        return new WeightedSum(Arrays.stream(terms)
                .map(term -> new WeightedSum.Weighted(0.7, term))
                .toList());
    }
}

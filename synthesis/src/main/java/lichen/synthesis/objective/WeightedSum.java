package lichen.synthesis.objective;

import java.util.ArrayList;
import java.util.List;
import lichen.core.check.Require;
import lichen.core.plugin.Summary;

/**
 * Several losses at once: L = sum of weight times loss.
 *
 * @param terms the losses with their weights
 */
@Summary("several terms, each with a weight")
public record WeightedSum(
        @Summary("terms with their weights") List<Weighted> terms) implements Loss {
    /**
     * A loss with its weight.
     *
     * @param weight what it is multiplied by
     * @param term the loss
     */
    public record Weighted(
            @Summary("what the term is multiplied by") double weight,
            @Summary("the term") Loss term) {
        /** Checks the weight. */
        public Weighted {
            Require.notNegative("weight", weight);
        }
    }

    /** Copies the list. */
    public WeightedSum {
        Require.that(!terms.isEmpty(), "terms", "must be at least one");
        terms = List.copyOf(terms);
    }

    @Override
    public List<Summand> summands() {
        List<Summand> summands = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            String place = "terms[" + i + "].term";
            double weight = terms.get(i).weight();
            terms.get(i).term().summands().forEach(summand -> summands.add(summand.within(place, weight)));
        }
        return summands;
    }
}

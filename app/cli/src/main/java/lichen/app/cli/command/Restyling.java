package lichen.app.cli.command;

import java.util.ArrayList;
import java.util.List;
import lichen.core.image.Picture;
import lichen.synthesis.objective.Content;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.LossTerm;
import lichen.synthesis.objective.PhotographTerm;
import lichen.synthesis.objective.Summand;
import lichen.synthesis.objective.WeightedSum;
import lichen.synthesis.objective.WeightedSum.Weighted;

/**
 * A loss of an experiment of style transfer for other pictures: each term of a photograph becomes one for each style, its weight divided
 * by theirs; terms of the content mean another one; all others stay.
 *
 * @param content what the image should look like
 * @param styles what it should be made of
 */
record Restyling(Picture content, List<Part> styles) {
    /** A style with its share of all. */
    record Part(Picture picture, double share) {}

    /** The loss for these pictures. */
    Loss of(Loss loss) {
        List<Weighted> terms = new ArrayList<>();
        for (Summand summand : loss.summands()) {
            LossTerm term = summand.term();
            if (term instanceof PhotographTerm ofPhotograph) {
                styles.forEach(style ->
                        terms.add(new Weighted(summand.weight() * style.share, ofPhotograph.of(style.picture))));
            } else {
                terms.add(new Weighted(summand.weight(), term instanceof Content other ? other.of(content) : term));
            }
        }
        return new WeightedSum(terms);
    }
}

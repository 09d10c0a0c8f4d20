package lichen.app.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lichen.core.image.MaskColour;
import lichen.core.image.Picture;
import lichen.synthesis.objective.Content;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.LossTerm;
import lichen.synthesis.objective.PhotographTerm;
import lichen.synthesis.objective.Region;
import lichen.synthesis.objective.Summand;
import lichen.synthesis.objective.WeightedSum;
import lichen.synthesis.objective.WeightedSum.Weighted;

/**
 * A loss of an experiment of style transfer for other pictures: each term of a photograph becomes one for each style of each part of the
 * picture, its weight divided by theirs; terms of the content mean another one; all others stay.
 *
 * @param parts of the picture: all of it, or its regions
 */
record Restyling(List<Part> parts) {
    /**
     * A part of the picture.
     *
     * @param within the region; all of the picture where empty
     * @param share of its terms in the sum
     * @param content what it should look like
     * @param styles what it should be made of
     */
    record Part(Optional<Within> within, double share, Picture content, List<Shared> styles) {}

    /** A region of the picture, and the mask of the style, of which the same region is meant. */
    record Within(Picture mask, MaskColour colour, Optional<Picture> styleMask) {}

    /** A style with its share of all. */
    record Shared(Picture picture, double share) {}

    /** All of a picture. */
    static Restyling whole(Picture content, List<Shared> styles) {
        return new Restyling(List.of(new Part(Optional.empty(), 1, content, styles)));
    }

    /** The loss for these pictures. */
    Loss of(Loss loss) {
        List<Weighted> terms = new ArrayList<>();
        for (Summand summand : loss.summands()) {
            if (summand.term() instanceof PhotographTerm || summand.term() instanceof Content) {
                parts.forEach(part -> terms.addAll(terms(summand, part)));
            } else {
                terms.add(new Weighted(summand.weight(), summand.term()));
            }
        }
        return new WeightedSum(terms);
    }

    private static List<Weighted> terms(Summand summand, Part part) {
        double weight = summand.weight() * part.share;
        if (summand.term() instanceof Content content) {
            return List.of(new Weighted(weight, asked(content.of(part.content), part, Optional.empty())));
        }
        PhotographTerm term = (PhotographTerm) summand.term();
        Optional<Picture> styleMask = part.within.flatMap(Within::styleMask);
        return part.styles.stream()
                .map(style -> new Weighted(weight * style.share, asked(term.of(style.picture), part, styleMask)))
                .toList();
    }

    private static Loss asked(LossTerm term, Part part, Optional<Picture> styleMask) {
        return part.within.isEmpty()
                ? term
                : new Region(part.within.get().mask, part.within.get().colour.toString(), term, styleMask);
    }
}

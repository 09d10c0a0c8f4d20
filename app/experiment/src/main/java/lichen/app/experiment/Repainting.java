package lichen.app.experiment;

import java.util.Optional;
import lichen.core.image.Picture;
import lichen.core.plugin.FileReference;
import lichen.synthesis.objective.Content;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.LossTerm;
import lichen.synthesis.objective.Region;
import lichen.synthesis.objective.WeightedSum;
import lichen.synthesis.objective.WeightedSum.Weighted;
import lichen.synthesis.start.FromImage;
import lichen.synthesis.start.StartImage;

/**
 * Gives what is in the colours of one photograph those of another: a picture to be made again in a style is often shown in the style's
 * colours, and the style is changed.
 *
 * @param from the photograph whose colours are meant
 * @param to that whose are to be meant
 */
record Repainting(FileReference from, FileReference to) {
    /** A loss; the same object where it means no such colours. */
    Loss of(Loss loss) {
        if (loss instanceof LossTerm term) {
            return term(term);
        }
        boolean isSame = loss.summands().stream().allMatch(summand -> term(summand.term()) == summand.term());
        return isSame
                ? loss
                : new WeightedSum(loss.summands().stream()
                        .map(summand -> new Weighted(summand.weight(), term(summand.term())))
                        .toList());
    }

    private Loss term(LossTerm term) {
        if (term instanceof Content content && isMeant(content.picture().colours())) {
            Picture picture = content.picture();
            return content.of(picture.inColoursOf(to));
        }
        if (term instanceof Region region && of(region.term()) != region.term()) {
            return new Region(region.mask(), region.colour(), of(region.term()), region.photographMask());
        }
        return term;
    }

    /** A start image. */
    StartImage of(StartImage start) {
        return start instanceof FromImage image && isMeant(image.colours())
                ? new FromImage(image.image(), Optional.of(to))
                : start;
    }

    /** A stage. */
    Stage of(Stage stage) {
        return stage.with(stage.objective().map(this::of));
    }

    private boolean isMeant(Optional<FileReference> colours) {
        return colours.isPresent() && colours.get().equals(from);
    }
}

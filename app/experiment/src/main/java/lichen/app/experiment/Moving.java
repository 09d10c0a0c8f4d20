package lichen.app.experiment;

import lichen.core.check.InvalidValueException;
import lichen.core.check.Require;
import lichen.core.feature.Border;
import lichen.synthesis.objective.Loss;
import lichen.synthesis.objective.Mixture;
import lichen.synthesis.objective.Summand;
import lichen.synthesis.robustness.Outside;
import lichen.synthesis.robustness.Robustness;

/** Whether an image may be moved about before a network looks at it: not where something is asked of one of its places. */
final class Moving {
    private static final String KEY = "robustness";

    private Moving() {}

    /**
     * Checks what is minimised in a stage.
     *
     * @param place where the loss stands in the config
     * @throws InvalidValueException naming the robustness, if it does not go with the loss, the mixture or the border
     */
    static void require(SynthesisExperiment experiment, Robustness moves, Loss loss, String place) {
        for (Summand summand : loss.summands()) {
            if (!summand.term().bearsMoves()) {
                throw refused(summand.place().isEmpty() ? place : place + "." + summand.place());
            }
        }
        if (experiment.mixture().map(Mixture::knowsPlaces).orElse(false)) {
            throw refused("$.mixture");
        }
        Require.that(
                experiment.border() != Border.CIRCULAR || moves.outside() == Outside.WRAP,
                KEY + ".outside",
                "must be wrap where $.border is circular: an image in a grey border does not tile");
    }

    private static InvalidValueException refused(String by) {
        return new InvalidValueException(
                KEY,
                "must be left out beside " + by
                        + ", which says what the image should be at each of its places: it would see the image moved"
                        + " under them; or leave that out");
    }
}

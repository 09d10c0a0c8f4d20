package lichen.app.experiment.comparison;

import java.util.List;
import java.util.Optional;
import lichen.app.experiment.foreign.Origin;
import lichen.app.experiment.trial.TrialState;
import lichen.app.quality.Kind;
import lichen.app.quality.Score;
import lichen.io.run.Status;

/**
 * What came of an image.
 *
 * @param candidate which image
 * @param state how its making ended; empty if it has not begun
 * @param origin where it is from, if the run has not made it
 * @param scores its scores; none if it is not there or not scored
 */
record Result(Candidate candidate, Optional<TrialState> state, Optional<Origin> origin, List<Score> scores) {
    Result {
        scores = List.copyOf(scores);
    }

    /** How long it took to make; empty if the run has not made it. */
    Optional<Double> seconds() {
        return origin.isPresent() || scores.isEmpty() ? Optional.empty() : state.map(TrialState::seconds);
    }

    /** The memory that it took to make; empty if the run has not made it, or if that cannot be told. */
    Optional<Double> mebibytes() {
        return origin.isPresent() || scores.isEmpty() ? Optional.empty() : state.flatMap(TrialState::mebibytes);
    }

    /** Whether it is scored after it was stored with loss by another program. */
    boolean isLossy() {
        return !scores.isEmpty() && origin.filter(from -> !from.isLossless()).isPresent();
    }

    /** Whether its making failed. */
    boolean isFailure() {
        return state.filter(how -> how.status() == Status.FAILED).isPresent();
    }

    /** The ratio to the floor of a measure of quality by its name with the scale; empty if it was not measured. */
    Optional<Double> ratio(String name) {
        return scores.stream()
                .filter(score -> score.kind() == Kind.QUALITY && score.name().equals(name))
                .findFirst()
                .flatMap(Score::ratio);
    }

    /** The value of a measure that is read as it is. */
    Optional<Double> value(String name) {
        return scores.stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .map(Score::value);
    }

    /** What parts of the photograph have of a measure. */
    Optional<Double> floor(String name) {
        return scores.stream()
                .filter(score -> score.name().equals(name))
                .findFirst()
                .flatMap(Score::floor);
    }
}

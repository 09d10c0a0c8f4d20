package lichen.core.optimizer;

import java.util.Optional;

/** {@link Averaged} at work. */
final class AveragedDescent implements Descent {
    private final Descent descent;
    private final RunningMean mean;

    AveragedDescent(Descent descent, RunningMean mean) {
        this.descent = descent;
        this.mean = mean;
    }

    @Override
    public Outcome step(Objective objective) {
        Outcome outcome = descent.step(objective);
        mean.add(descent.state().array(DescentState.POINT));
        return outcome;
    }

    @Override
    public DescentState state() {
        return mean.with(descent.state());
    }

    @Override
    public Optional<double[]> answer() {
        return mean.isKnown() ? Optional.of(mean.point()) : Optional.empty();
    }
}

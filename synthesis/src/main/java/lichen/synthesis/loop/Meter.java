package lichen.synthesis.loop;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import lichen.synthesis.objective.Objective;

/**
 * The objective as the optimiser sees it: counts, keeps the best point, tells the listener, and ends the iteration when
 * evaluations or time are used up or someone asks.
 */
final class Meter implements Objective {
    private static final double NANOSECOND = 1e-9;

    private final Objective objective;
    private final StopRule stop;
    private final StepListener listener;
    private final BooleanSupplier stopRequested;
    private final LongSupplier clock;
    private final double secondsBefore;
    private final long startedAt;
    private final double[] best;
    private double bestLoss;
    private int evaluations;

    /** A meter that goes on counting from a state. */
    Meter(Objective objective, StopRule stop, StepListener listener, LoopState state, Switches switches) {
        this.objective = objective;
        this.stop = stop;
        this.listener = listener;
        stopRequested = switches.stopRequested();
        clock = switches.clock();
        startedAt = clock.getAsLong();
        secondsBefore = state.counters().seconds();
        best = state.bestPoint().clone();
        bestLoss = state.bestLoss();
        evaluations = state.evaluations();
    }

    @Override
    public double at(double[] point, double[] gradient) {
        requireMore();
        double loss = objective.at(point, gradient);
        double gradientNorm = norm(gradient);
        evaluations++;
        if (loss < bestLoss && Double.isFinite(loss) && Double.isFinite(gradientNorm)) {
            bestLoss = loss;
            System.arraycopy(point, 0, best, 0, best.length);
        }
        listener.evaluated(new Step(evaluations, loss, gradientNorm, seconds()));
        return loss;
    }

    int evaluations() {
        return evaluations;
    }

    double bestLoss() {
        return bestLoss;
    }

    double[] best() {
        return best;
    }

    double seconds() {
        return secondsBefore + (clock.getAsLong() - startedAt) * NANOSECOND;
    }

    private void requireMore() {
        if (stopRequested.getAsBoolean()) {
            throw new EndOfLoop(Ending.STOPPED);
        }
        if (evaluations >= stop.evaluations()) {
            throw new EndOfLoop(Ending.BUDGET);
        }
        if (stop.seconds() > 0 && seconds() >= stop.seconds()) {
            throw new EndOfLoop(Ending.TIME);
        }
    }

    private static double norm(double[] gradient) {
        double sum = 0;
        for (double slope : gradient) {
            sum += slope * slope;
        }
        return Math.sqrt(sum);
    }

    /**
     * What the outside world tells a loop.
     *
     * @param stopRequested whether someone asked it to end
     * @param clock nanoseconds
     */
    record Switches(BooleanSupplier stopRequested, LongSupplier clock) {}
}

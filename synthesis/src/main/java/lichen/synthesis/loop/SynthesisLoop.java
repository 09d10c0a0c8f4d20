package lichen.synthesis.loop;

import java.util.Locale;
import java.util.function.LongSupplier;
import lichen.synthesis.objective.Objective;
import lichen.synthesis.optimizer.Descent;
import lichen.synthesis.optimizer.DivergenceException;
import lichen.synthesis.optimizer.Optimizer;

/**
 * Runs an optimiser on an objective until a rule ends it.
 *
 * <p>The budget of evaluations is never exceeded: an iteration that would exceed it ends in the middle, and the best point
 * of all that were evaluated is the result. A loop that was stopped and goes on from its last {@link LoopState} makes the
 * same evaluations as one that was not: the iteration that was cut off is done again from its beginning.
 */
public final class SynthesisLoop {
    private final Optimizer optimizer;
    private final StopRule stop;
    private final StepListener listener;
    private final LongSupplier clock;
    private volatile boolean stopRequested;

    /** A loop with these parts. */
    public SynthesisLoop(Optimizer optimizer, StopRule stop, StepListener listener) {
        this(optimizer, stop, listener, System::nanoTime);
    }

    SynthesisLoop(Optimizer optimizer, StopRule stop, StepListener listener, LongSupplier clock) {
        this.optimizer = optimizer;
        this.stop = stop;
        this.listener = listener;
        this.clock = clock;
    }

    /** Asks the loop to end after the evaluation that is under way; from any thread. */
    public void requestStop() {
        stopRequested = true;
    }

    /**
     * Minimises the objective.
     *
     * @param objective what is minimised; what it throws is passed on
     * @param start {@link LoopState#at a point}, or where a loop with the same optimiser and rule was before
     * @return the best point found
     * @throws DivergenceException if the optimiser met not-a-number, infinity or an exploding loss and cannot recover
     */
    public Minimum run(Objective objective, LoopState start) {
        Meter meter = new Meter(objective, stop, listener, start, new Meter.Switches(() -> stopRequested, clock));
        Course course = new Course(optimizer.from(start.descent()), meter, new Plateau(stop, start.recent()));
        try {
            Ending ending = follow(course);
            return new Minimum(meter.best(), meter.bestLoss(), meter.evaluations(), meter.seconds(), ending);
        } finally {
            listener.ended(course);
        }
    }

    private Ending follow(Course course) {
        try {
            while (true) {
                Descent.Outcome outcome = course.advance();
                if (outcome == Descent.Outcome.RECOVERED) {
                    listener.noticed(String.format(
                            Locale.ROOT,
                            "evaluation %d: the loss was not a number, infinite or exploded; went back to the best, %.6g,"
                                    + " and goes on with smaller steps",
                            course.evaluations(),
                            course.bestLoss()));
                }
                listener.iterated(course);
                if (outcome == Descent.Outcome.CONVERGED) {
                    return Ending.CONVERGED;
                }
                if (course.hardlyFalls()) {
                    return Ending.TOLERANCE;
                }
            }
        } catch (EndOfLoop end) {
            return end.ending();
        }
    }
}

package lichen.core.loop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import lichen.core.check.Require;
import lichen.core.optimizer.Descent;
import lichen.core.optimizer.Objective;
import lichen.core.optimizer.Optimizer;

/**
 * Runs an optimiser on an objective until a rule ends it: for the numbers of an image, a latent or a network alike. Several
 * players take turns.
 *
 * <p>The budget of evaluations is never exceeded: an iteration that would exceed it ends in the middle, and the best point
 * of all that were evaluated is the result. A loop that was stopped and goes on from its last {@link LoopState} makes the
 * same evaluations as one that was not: the iteration that was cut off is done again from its beginning.
 */
public final class Loop {
    private final StopRule stop;
    private final StepListener listener;
    private final LongSupplier clock;
    private volatile Optional<Ending> requested = Optional.empty();

    /** A loop with these parts. */
    public Loop(StopRule stop, StepListener listener) {
        this(stop, listener, System::nanoTime);
    }

    Loop(StopRule stop, StepListener listener, LongSupplier clock) {
        this.stop = stop;
        this.listener = listener;
        this.clock = clock;
    }

    /** Asks the loop to end after the evaluation that is under way, with the rest to be done later; from any thread. */
    public void requestStop() {
        end(Ending.STOPPED);
    }

    /** Asks the loop to end after the evaluation that is under way, for a reason that its own rule does not know. */
    public void end(Ending ending) {
        requested = Optional.of(ending);
    }

    /**
     * Minimises the objective.
     *
     * @param objective what is minimised; what it throws is passed on
     * @param start {@link LoopState#at a point}, or where a loop with the same optimiser and rule was before
     * @return the best point found; of an objective that is stochastic, the point reached
     * @throws lichen.core.optimizer.DivergenceException if the optimiser met not-a-number, infinity or an exploding loss and
     *     cannot recover
     */
    public Minimum run(Optimizer optimizer, Objective objective, LoopState start) {
        Player player = Player.alone(optimizer, objective);
        return Objects.requireNonNull(play(List.of(player), start).get(player.name()));
    }

    /**
     * Lets players take turns, one iteration each, in their order.
     *
     * @param players one, or several whose objectives are stochastic: each changes under the others' moves
     * @param start where they begin, {@link LoopState#at(Map) by their names}, or where such a loop was before
     * @return where each has come, by their names
     * @throws lichen.core.optimizer.DivergenceException as {@link #run}
     */
    public Map<String, Minimum> play(List<Player> players, LoopState start) {
        players.forEach(player -> requireFit(player, players.size()));
        Tally tally = new Tally(stop, start.counters(), () -> requested, clock);
        List<Seat> seats = players.stream()
                .map(player -> new Seat(player, stop, tally, listener, start.player(player.name())))
                .toList();
        Course course = new Course(seats, tally, start.counters().turn());
        try {
            return course.minima(follow(course));
        } finally {
            listener.ended(course);
        }
    }

    private void requireFit(Player player, int players) {
        boolean stochastic = player.objective().isStochastic();
        Require.that(
                stochastic || players == 1,
                "objective",
                "of " + player.name() + " must be stochastic, as it changes when the others move");
        Require.that(
                !stochastic || stop.tolerance() == 0,
                "tolerance",
                "must be 0 where the loss is estimated from batches");
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

package lichen.core.loop;

import lichen.core.optimizer.Descent;
import lichen.core.optimizer.DescentState;
import lichen.core.optimizer.Objective;

/** A player at work. */
final class Seat {
    private final Player player;
    private final Descent descent;
    private final Meter meter;
    private final Plateau plateau;

    Seat(Player player, StopRule stop, Tally tally, StepListener listener, PlayerState state) {
        this.player = player;
        Objective objective = player.objective();
        descent = objective.isStochastic()
                ? player.optimizer().stochastic(state.descent())
                : player.optimizer().from(state.descent());
        meter = new Meter(player, tally, listener, state);
        plateau = new Plateau(stop, state.recent());
        objective.enter(point(), state.memory());
    }

    /** Makes one iteration. */
    Descent.Outcome move() {
        Descent.Outcome outcome = descent.step(meter);
        player.objective().settle(point());
        plateau.add(meter.bestLoss());
        return outcome;
    }

    /** Whether the best loss fell too little over the last iterations. */
    boolean hardlyFalls() {
        return plateau.isReached();
    }

    String name() {
        return player.name();
    }

    double bestLoss() {
        return meter.bestLoss();
    }

    /** What the optimiser offers as its result; else the point of the lowest loss, for estimates the point reached. */
    double[] bestPoint() {
        return descent.answer().orElseGet(this::best);
    }

    private double[] best() {
        return player.objective().isStochastic() ? point() : meter.best();
    }

    PlayerState state() {
        return new PlayerState(
                descent.state(),
                meter.bestLoss(),
                best(),
                plateau.recent(),
                player.objective().memory());
    }

    private double[] point() {
        return descent.state().array(DescentState.POINT);
    }
}

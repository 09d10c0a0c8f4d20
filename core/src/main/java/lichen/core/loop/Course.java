package lichen.core.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lichen.core.optimizer.Descent;

/** A loop under way: its players, whose turn it is, and where the last complete iteration ended. */
final class Course implements Progress {
    private final List<Seat> seats;
    private final Tally tally;
    private int turn;
    private Seat last;
    private int evaluations;
    private double seconds;

    Course(List<Seat> seats, Tally tally, int turn) {
        this.seats = seats;
        this.tally = tally;
        this.turn = turn;
        last = seats.get(turn);
        evaluations = tally.evaluations();
        seconds = tally.seconds();
    }

    /** Makes one iteration of the player whose turn it is. */
    Descent.Outcome advance() {
        Descent.Outcome outcome = seats.get(turn).move();
        last = seats.get(turn);
        turn = (turn + 1) % seats.size();
        evaluations = tally.evaluations();
        seconds = tally.seconds();
        return outcome;
    }

    /** Whether the best loss fell too little over the last iterations. */
    boolean hardlyFalls() {
        return last.hardlyFalls();
    }

    /** What each came to. */
    Map<String, Minimum> minima(Ending ending) {
        Map<String, Minimum> minima = new LinkedHashMap<>();
        seats.forEach(seat -> minima.put(
                seat.name(),
                new Minimum(seat.bestPoint(), seat.bestLoss(), tally.evaluations(), tally.seconds(), ending)));
        return minima;
    }

    @Override
    public int evaluations() {
        return evaluations;
    }

    @Override
    public double bestLoss() {
        return last.bestLoss();
    }

    @Override
    public double[] bestPoint() {
        return last.bestPoint();
    }

    @Override
    public LoopState state() {
        Map<String, PlayerState> players = new LinkedHashMap<>();
        seats.forEach(seat -> players.put(seat.name(), seat.state()));
        return LoopState.of(players, new LoopState.Counters(evaluations, seconds, turn));
    }
}

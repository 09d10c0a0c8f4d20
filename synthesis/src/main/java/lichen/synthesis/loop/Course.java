package lichen.synthesis.loop;

import lichen.synthesis.optimizer.Descent;

/** A synthesis under way: the descent, what was measured, and where the last complete iteration ended. */
final class Course implements Progress {
    private final Descent descent;
    private final Meter meter;
    private final Plateau plateau;
    private int evaluations;
    private double seconds;

    Course(Descent descent, Meter meter, Plateau plateau) {
        this.descent = descent;
        this.meter = meter;
        this.plateau = plateau;
        evaluations = meter.evaluations();
        seconds = meter.seconds();
    }

    /** Makes one iteration. */
    Descent.Outcome advance() {
        Descent.Outcome outcome = descent.step(meter);
        evaluations = meter.evaluations();
        seconds = meter.seconds();
        plateau.add(meter.bestLoss());
        return outcome;
    }

    /** Whether the best loss fell too little over the last iterations. */
    boolean hardlyFalls() {
        return plateau.isReached();
    }

    @Override
    public int evaluations() {
        return evaluations;
    }

    @Override
    public double bestLoss() {
        return meter.bestLoss();
    }

    @Override
    public double[] bestPoint() {
        return meter.best();
    }

    @Override
    public LoopState state() {
        LoopState.Counters counters = new LoopState.Counters(evaluations, meter.bestLoss(), seconds);
        return LoopState.of(descent.state(), counters, meter.best(), plateau.recent());
    }
}

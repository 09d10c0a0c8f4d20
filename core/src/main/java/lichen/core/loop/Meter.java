package lichen.core.loop;

import lichen.core.optimizer.Objective;

/** The objective as its optimiser sees it: counts, keeps the best point, and tells the listener. */
final class Meter implements Objective {
    private final Player player;
    private final Tally tally;
    private final StepListener listener;
    private final double[] best;
    private double bestLoss;

    /** A meter that goes on from a state. */
    Meter(Player player, Tally tally, StepListener listener, PlayerState state) {
        this.player = player;
        this.tally = tally;
        this.listener = listener;
        best = player.objective().isStochastic() ? new double[0] : state.best().clone();
        bestLoss = state.bestLoss();
    }

    @Override
    public double at(double[] point, double[] gradient) {
        tally.requireMore();
        double loss = player.objective().at(point, gradient);
        double gradientNorm = norm(gradient);
        int evaluation = tally.count();
        if (Double.isFinite(loss) && Double.isFinite(gradientNorm)) {
            keep(loss, point);
        }
        listener.evaluated(new Step(evaluation, player.name(), loss, gradientNorm, tally.seconds()));
        return loss;
    }

    /** Estimates do not compare: of them the last counts. */
    private void keep(double loss, double[] point) {
        if (player.objective().isStochastic()) {
            bestLoss = loss;
        } else if (loss < bestLoss) {
            bestLoss = loss;
            System.arraycopy(point, 0, best, 0, best.length);
        }
    }

    double bestLoss() {
        return bestLoss;
    }

    double[] best() {
        return best;
    }

    private static double norm(double[] gradient) {
        double sum = 0;
        for (double slope : gradient) {
            sum += slope * slope;
        }
        return Math.sqrt(sum);
    }
}

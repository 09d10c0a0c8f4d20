package lichen.core.loop;

/** A look at a loop between two iterations; best are those of the player whose turn it was. */
public interface Progress {
    /** Evaluations up to the end of the last complete iteration. */
    int evaluations();

    /** The lowest loss so far; of a stochastic objective, the last. */
    double bestLoss();

    /** What the optimiser offers; else the point of the lowest loss, of a stochastic objective the point reached: a view, not to be changed. */
    double[] bestPoint();

    /** All that is needed to go on from here: a view, valid until the next iteration, not to be changed. */
    LoopState state();
}

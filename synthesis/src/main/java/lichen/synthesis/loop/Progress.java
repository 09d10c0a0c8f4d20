package lichen.synthesis.loop;

/** A look at a synthesis between two iterations. */
public interface Progress {
    /** Evaluations up to the end of the last complete iteration. */
    int evaluations();

    /** The lowest loss so far. */
    double bestLoss();

    /** The point of the lowest loss: a view, not to be changed. */
    double[] bestPoint();

    /** All that is needed to go on from here: a view, valid until the next iteration, not to be changed. */
    LoopState state();
}

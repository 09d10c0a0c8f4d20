package lichen.synthesis.loop;

/** A look at a synthesis between two iterations. */
public interface Progress {
    /** Evaluations up to the end of the last complete iteration. */
    int evaluations();

    /** The lowest loss so far. */
    double bestLoss();

    /** The point of the lowest loss: a view, not to be changed. */
    double[] bestPoint();

    /** A fresh copy of all that is needed to go on from here; large, so ask only when it is to be saved. */
    LoopState state();
}

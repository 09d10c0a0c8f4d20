package lichen.app.cli.benchmark;

/** A system that evaluates {@link Fcn512}. Three methods, since what is timed must be free of what only checks need. */
interface Contender {
    /** How the tables call it. */
    String name();

    /** Prepares everything that a run prepares once: weights, the target's statistics, buffers. */
    Evaluation open(Problem problem);

    /** A prepared problem: a run gives its loss, computes its image gradient too, and leaves that in its own memory. */
    interface Evaluation extends Racer {
        /** Fresh copy of the image gradient of the latest run, {@code [side,side,3]}. */
        float[] gradient();
    }
}

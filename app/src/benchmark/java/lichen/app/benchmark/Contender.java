package lichen.app.benchmark;

/** A system that evaluates {@link Fcn512}. Three methods, since what is timed must be free of what only checks need. */
interface Contender {
    /** How the tables call it. */
    String name();

    /** Prepares everything that a run prepares once: weights, the target's statistics, buffers. */
    Evaluation open(Problem problem);

    /** A prepared problem. */
    interface Evaluation extends AutoCloseable {
        /** The loss; computes its image gradient too and leaves it in the contender's memory. This is what is timed. */
        double run();

        /** Fresh copy of the image gradient of the latest run, {@code [side,side,3]}. */
        float[] gradient();

        /** Releases native memory. */
        @Override
        void close();
    }
}

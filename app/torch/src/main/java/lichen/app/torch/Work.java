package lichen.app.torch;

/** A job, prepared. */
interface Work {
    /** Does it once, and gives the loss. */
    double run();

    /** The gradient of the image by the latest run, {@code [side,side,3]}; none of a training. */
    float[] gradient();
}

package lichen.model.train;

/** The images that a training sees at each step. The same step sees the same ones, however often it is asked. */
@FunctionalInterface
public interface StepImages {
    /**
     * Fills in the images of a step.
     *
     * @param step its number, from 0
     * @param images where they go, RGB in [0,1], {@code [N,H,W,3]} flattened
     * @throws java.io.UncheckedIOException if one cannot be read
     */
    void draw(long step, float[] images);
}

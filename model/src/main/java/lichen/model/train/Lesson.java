package lichen.model.train;

import lichen.core.optimizer.Objective;
import lichen.model.generator.Generation;

/** What a generator is asked for while it learns, step by step; depends on the step alone, so that a training that goes on repeats it. */
@FunctionalInterface
public interface Lesson {
    /**
     * What is asked of an image, over its pixels {@code [H][W][3]} flattened. That of another image works no longer.
     *
     * @param step counts from 0
     * @param image its place in the batch
     */
    Objective asked(long step, int image);

    /** Gives a step what its images are to be made of, beside noise; as a rule, nothing. */
    default void prepare(long step, Generation generation) {}

    /**
     * What is asked of the images of a batch together; as a rule, nothing.
     *
     * @param images {@code [N,H,W,3]} flattened
     * @param gradient to which d value / d images is added
     * @return its value
     */
    default double together(long step, float[] images, float[] gradient) {
        return 0;
    }
}

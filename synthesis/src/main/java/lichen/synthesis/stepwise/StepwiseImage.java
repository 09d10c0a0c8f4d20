package lichen.synthesis.stepwise;

import lichen.core.image.Image;

/** An image in the making by a method that optimises nothing: a known number of steps, each of which can be the last. */
public interface StepwiseImage {
    /** How many steps there are in all. */
    int steps();

    /** How many steps are taken. */
    int taken();

    /**
     * Takes the next step.
     *
     * @throws IllegalStateException if all are taken
     */
    void step();

    /** The image as far as it is made. */
    Image image();

    /** Takes all steps that are left. */
    default Image finished() {
        while (taken() < steps()) {
            step();
        }
        return image();
    }
}

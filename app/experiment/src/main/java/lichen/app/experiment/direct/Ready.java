package lichen.app.experiment.direct;

import lichen.core.image.Image;
import lichen.synthesis.stepwise.StepwiseImage;

/** An image that was made in one step. */
record Ready(Image image) implements StepwiseImage {
    @Override
    public int steps() {
        return 1;
    }

    @Override
    public int taken() {
        return 1;
    }

    @Override
    public void step() {
        throw new IllegalStateException("the image is made");
    }
}

package lichen.model.keras;

import java.util.Optional;
import lichen.model.operation.ScaleShift;

/** What was done to the pixels of the images that a network was trained on. */
public enum InputScaling {
    /** Nothing: RGB in [0,1]. */
    UNIT,
    /** RGB in [-1,1]: 2x - 1. */
    MINUS_ONE_TO_ONE,
    /** BGR in [0,255] less the mean colour of ImageNet, as the networks of Caffe and VGG have it. */
    IMAGENET_BGR;

    /** The name of the node that scales the image. */
    static final String NODE = "input-scaling";

    private static final float WHITE = 255;
    private static final float[] MINUS_IMAGENET_MEAN_RGB = {-123.68f, -116.779f, -103.939f};

    /** The operation on RGB in [0,1]; the order of the channels stays. */
    Optional<ScaleShift> operation() {
        return switch (this) {
            case UNIT -> Optional.empty();
            case MINUS_ONE_TO_ONE -> Optional.of(new ScaleShift(new float[] {2, 2, 2}, new float[] {-1, -1, -1}));
            case IMAGENET_BGR ->
                Optional.of(new ScaleShift(new float[] {WHITE, WHITE, WHITE}, MINUS_IMAGENET_MEAN_RGB.clone()));
        };
    }

    /** Whether the network expects blue, green, red. */
    boolean reversesChannels() {
        return this == IMAGENET_BGR;
    }
}

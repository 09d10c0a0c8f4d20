package lichen.model.foreign;

import java.util.Optional;
import lichen.model.operation.ScaleShift;

/** What was done to the pixels of the images that a network was trained on. */
public enum InputScaling {
    /** Nothing: RGB in [0,1]. */
    UNIT,
    /** RGB in [-1,1]: 2x - 1. */
    MINUS_ONE_TO_ONE,
    /** RGB in [0,255]: what networks expect that scale the image themselves. */
    BYTES,
    /** RGB in [0,1] less the mean colour of ImageNet, by its deviations: the networks of torchvision. */
    IMAGENET_RGB,
    /** BGR in [0,255] less the mean colour of ImageNet, as the networks of Caffe and VGG have it. */
    IMAGENET_BGR;

    /** The name of the node that scales the image. */
    static final String NODE = "input-scaling";

    private static final float WHITE = 255;
    private static final float[] MINUS_MEAN_OF_BYTES = {-123.68f, -116.779f, -103.939f};
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** The operation on RGB in [0,1]; the order of the channels stays. */
    Optional<ScaleShift> operation() {
        return switch (this) {
            case UNIT -> Optional.empty();
            case MINUS_ONE_TO_ONE -> Optional.of(new ScaleShift(all(2), all(-1)));
            case BYTES -> Optional.of(new ScaleShift(all(WHITE), all(0)));
            case IMAGENET_RGB -> Optional.of(standardized());
            case IMAGENET_BGR -> Optional.of(new ScaleShift(all(WHITE), MINUS_MEAN_OF_BYTES.clone()));
        };
    }

    /** Whether the network expects blue, green, red. */
    boolean reversesChannels() {
        return this == IMAGENET_BGR;
    }

    private static float[] all(float value) {
        return new float[] {value, value, value};
    }

    private static ScaleShift standardized() {
        float[] scale = new float[MEAN.length];
        float[] shift = new float[MEAN.length];
        for (int c = 0; c < MEAN.length; c++) {
            scale[c] = 1 / DEVIATION[c];
            shift[c] = -MEAN[c] / DEVIATION[c];
        }
        return new ScaleShift(scale, shift);
    }
}

package lichen.model.generator;

import java.util.Arrays;
import java.util.List;
import lichen.model.graph.Node;
import lichen.model.operation.BatchNormalize;
import lichen.model.operation.InstanceNormalize;
import lichen.model.operation.Operation;
import lichen.model.operation.PixelNormalize;
import lichen.model.operation.ScaleShift;

/** What keeps a generator's maps at one scale while it learns; each with a learned scale and shift for each channel. */
public enum Normalization {
    /**
     * Over all pixels of a batch. Once trained it is a fixed scale and shift, so that a pixel depends on the noise around it and on
     * nothing else.
     */
    BATCH {
        @Override
        List<Node> after(String input, String name, int channels) {
            return List.of(new Node(name, BatchNormalize.identity(channels, EPSILON, DECAY), input));
        }
    },
    /** Over the pixels of each image by itself. Source: Ulyanov, Vedaldi and Lempitsky, "Instance normalization" (2016). */
    INSTANCE {
        @Override
        List<Node> after(String input, String name, int channels) {
            return scaled(new InstanceNormalize(EPSILON), input, name, channels);
        }
    },
    /**
     * Over the channels of each pixel by itself, so that a pixel depends on the noise around it and on nothing else, in training too. A
     * normalisation over images can be led round by a few drops of large numbers in each; this one cannot. Source: Karras et al.,
     * "Progressive growing of GANs" (2018), section 4.2; on drops, Karras et al., "Analyzing and improving the image quality of
     * StyleGAN" (2020), section 2.
     */
    PIXEL {
        @Override
        List<Node> after(String input, String name, int channels) {
            return scaled(new PixelNormalize(EPSILON), input, name, channels);
        }
    };

    private static final double EPSILON = 1e-5;
    private static final double DECAY = 0.9;

    /** The nodes that normalise the maps of a node, the last by this name. */
    abstract List<Node> after(String input, String name, int channels);

    /** A scale and a shift after a normalisation that has none. */
    private static List<Node> scaled(Operation normalize, String input, String name, int channels) {
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        return List.of(
                new Node(name + "-each", normalize, input),
                new Node(name, new ScaleShift(ones, new float[channels]), name + "-each"));
    }
}

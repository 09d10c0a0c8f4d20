package lichen.model.generator;

import java.util.Arrays;
import java.util.List;
import lichen.model.graph.Node;
import lichen.model.operation.BatchNormalize;
import lichen.model.operation.InstanceNormalize;
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
            float[] ones = new float[channels];
            Arrays.fill(ones, 1);
            return List.of(
                    new Node(name + "-each", new InstanceNormalize(EPSILON), input),
                    new Node(name, new ScaleShift(ones, new float[channels]), name + "-each"));
        }
    };

    private static final double EPSILON = 1e-5;
    private static final double DECAY = 0.9;

    /** The nodes that normalise the maps of a node, the last by this name. */
    abstract List<Node> after(String input, String name, int channels);
}

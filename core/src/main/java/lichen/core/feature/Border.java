package lichen.core.feature;

/** How an image goes on beyond its border, for layers whose windows reach over it. */
public enum Border {
    /** As each layer of the network says. */
    NETWORK,
    /** Zeros. */
    ZERO,
    /** Its mirror image: the pixel before the first is the second. */
    REFLECT,
    /** The image again: what is made so tiles without seams. */
    CIRCULAR
}
